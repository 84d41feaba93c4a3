using System.Text;

namespace ReportEngine.Templates;

/// <summary>
/// Values as they may stand in Markdown: cleaned, and with every sign that Markdown could read escaped.
/// </summary>
internal static class MarkdownText
{
    public static string Escape(string value)
    {
        var escaped = new StringBuilder();
        foreach (var character in PlainText.Clean(value))
        {
            if (char.IsAscii(character) && (char.IsPunctuation(character) || char.IsSymbol(character)))
            {
                escaped.Append('\\');
            }
            escaped.Append(character);
        }
        return escaped.ToString();
    }
}
