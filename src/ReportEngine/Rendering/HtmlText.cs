using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using ReportEngine.Languages;

namespace ReportEngine.Rendering;

/// <summary>Writes HTML: tags are ours, everything else goes through the encoder.</summary>
internal sealed class HtmlText(Language language)
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

    public HtmlText Element(string name, string value, string attributes = "") =>
        Raw("<" + name + attributes + ">").Text(value).Raw("</" + name + ">");

    public static string Attribute(string name, string value) => " " + name + "=\"" + Encoder.Encode(value) + "\"";

    public override string ToString() => html.ToString();
}
