using System.Text;
using System.Text.Encodings.Web;

namespace ReportEngine.Rendering;

/// <summary>Writes HTML: tags are ours, everything else goes through the encoder.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder html = new();

    /// <summary>Markup written in this project; never a value.</summary>
    public HtmlText Raw(string markup)
    {
        html.Append(markup);
        return this;
    }

    public HtmlText Text(string value)
    {
        html.Append(HtmlEncoder.Default.Encode(value));
        return this;
    }

    public HtmlText Element(string name, string value, string attributes = "") =>
        Raw("<" + name + attributes + ">").Text(value).Raw("</" + name + ">");

    public static string Attribute(string name, string value) => " " + name + "=\"" + HtmlEncoder.Default.Encode(value) + "\"";

    public override string ToString() => html.ToString();
}
