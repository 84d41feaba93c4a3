using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using ReportEngine.Languages;

namespace ReportEngine.Rendering;

/// <summary>Writes HTML: tags are ours, everything else goes through the encoder.</summary>
/// <param name="defined">Ids of figures that the page defines, at an element of that id.</param>
internal sealed partial class HtmlText(Language language, IReadOnlySet<string> defined)
{
    /// <summary>Leaves letters of every script as they are; what HTML could read is escaped.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder html = new();

    /// <summary>Markup written in this project; never a value.</summary>
    public HtmlText Raw(string markup)
    {
        html.Append(markup);
        return this;
    }

    public HtmlText Text(string value)
    {
        html.Append(Encoder.Encode(language.Isolated(value)));
        return this;
    }

    /// <summary>What stands in small print below a table or chart, a paragraph each.</summary>
    public void Small(Remarks below)
    {
        foreach (var text in below.Notes.Append(below.Source).Where(text => text.Length > 0))
        {
            Raw("<p class=\"source\">").Linked(text).Raw("</p>\n");
        }
    }

    /// <summary>Text in which the id of a figure leads to its definition.</summary>
    public HtmlText Linked(string value)
    {
        var place = 0;
        foreach (var id in FigureId().Matches(value).Where(match => defined.Contains(match.Value)))
        {
            Text(value[place..id.Index])
                .Raw("<a class=\"id\"" + Attribute("href", "#" + id.Value) + ">")
                .Text(id.Value)
                .Raw("</a>");
            place = id.Index + id.Length;
        }
        return Text(value[place..]);
    }

    [GeneratedRegex(@"[A-Z]{2,3}\.[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex FigureId();

    public HtmlText Element(string name, string value, string attributes = "") =>
        Raw("<" + name + attributes + ">").Text(value).Raw("</" + name + ">");

    /// <summary>What a table or chart is cited by, before its title.</summary>
    public HtmlText Number(string? number) =>
        number is null ? this : Element("span", number, " class=\"number-of\"").Raw(" ");

    public static string Attribute(string name, string value) => " " + name + "=\"" + Encoder.Encode(value) + "\"";

    public override string ToString() => html.ToString();
}
