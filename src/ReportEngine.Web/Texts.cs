using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Markdig;
using Microsoft.AspNetCore.Html;
using ReportEngine.Languages;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ReportEngine.Web;

/// <summary>
/// Every text of the site in one language, from templates/site/CODE.yaml: a page's name, then the text's, as in
/// "figure.history". {0}, {1} … stand for what is put in.
/// </summary>
public sealed partial class Texts
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().Build();

    private readonly IReadOnlyDictionary<string, string> texts;

    internal Texts(Language language, IReadOnlyDictionary<string, string> texts)
    {
        Language = language;
        this.texts = texts;
    }

    public Language Language { get; }

    public IEnumerable<string> Keys => texts.Keys;

    public string Direction => Language.RightToLeft ? "rtl" : "ltr";

    /// <summary>A text with its parts put in.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text: a mistake of ours, which a test finds.</exception>
    public string this[string key, params object?[] parts] =>
        Language.Isolated(
            parts.Length == 0 ? texts[key] : string.Format(CultureInfo.InvariantCulture, texts[key], parts)
        );

    /// <summary>A text that may not be there: its name comes from what was written down once.</summary>
    public string? Find(string key) => texts.TryGetValue(key, out var text) ? Language.Isolated(text) : null;

    /// <summary>
    /// A text that is Markdown: links, emphasis, paragraphs. What is put in is printed as it is, whatever stands in it.
    /// </summary>
    public IHtmlContent Html(string key, params object?[] parts) =>
        new HtmlString(
            string.Format(
                CultureInfo.InvariantCulture,
                Inline(Place().Replace(Markdig.Markdown.ToHtml(texts[key], Markdown).Trim(), "{$1}")),
                [.. parts.Select(part => WebUtility.HtmlEncode(Convert.ToString(part, CultureInfo.InvariantCulture)))]
            )
        );

    /// <exception cref="ReportException">RE214: there is no such file, or it cannot be read.</exception>
    public static Texts Read(string templates, string languageCode)
    {
        var place = "templates/site/" + languageCode + ".yaml";
        var path = Path.Combine(templates, "site", languageCode + ".yaml");
        if (
            !File.Exists(path)
            || LanguageFile.All(templates).FirstOrDefault(one => one.Code == languageCode) is not { } language
        )
        {
            throw Refusal(place, "There is no such file, or no such language.");
        }
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(File.ReadAllText(path)));
            var pages = (YamlMappingNode)yaml.Documents[0].RootNode;
            return new Texts(
                language,
                pages
                    .Children.SelectMany(page =>
                        ((YamlMappingNode)page.Value).Children.Select(text =>
                            (Key: page.Key + "." + text.Key, Text: ((YamlScalarNode)text.Value).Value!)
                        )
                    )
                    .ToDictionary(text => text.Key, text => text.Text, StringComparer.Ordinal)
            );
        }
        catch (YamlException error)
        {
            throw Refusal(
                FormattableString.Invariant($"{place}({error.Start.Line},{error.Start.Column})"),
                "The file cannot be read: " + error.Message
            );
        }
        catch (Exception error) when (error is InvalidCastException or ArgumentException)
        {
            throw Refusal(place, "The file cannot be read: " + error.Message);
        }
    }

    /// <summary>One paragraph is a part of a line, without its tags.</summary>
    private static string Inline(string html) =>
        html.StartsWith("<p>", StringComparison.Ordinal)
        && html.LastIndexOf("<p>", StringComparison.Ordinal) == 0
        && html.EndsWith("</p>", StringComparison.Ordinal)
            ? html[3..^4]
            : html;

    /// <summary>A place to put something in, as it stands in an address that Markdown has written.</summary>
    [GeneratedRegex("%7B([0-9])%7D")]
    private static partial Regex Place();

    private static ReportException Refusal(string place, string found) =>
        new(
            ExitCode.WrongUsage,
            new Problem(place, "RE214", found, "for each page of the site its texts, each with a name")
        );
}
