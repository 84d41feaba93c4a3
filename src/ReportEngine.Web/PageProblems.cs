using ReportEngine.Cases;

namespace ReportEngine.Web;

/// <summary>
/// Problems in the words of a page. What the engine advises is meant for a command line; here each has a text of the
/// site, by its code, and leads to the field it is about.
/// </summary>
public sealed class PageProblems(Texts texts)
{
    /// <summary>The field of a form that a problem of some code is about; those of an order name theirs.</summary>
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["RE152"] = "files",
        ["RE320"] = "cutoff",
        ["RE321"] = "period",
        ["RE323"] = "cutoff",
        ["RE405"] = "accept",
        ["RE408"] = "next",
        ["RE409"] = "final",
        ["RE568"] = "files",
        ["RE571"] = "files",
    };

    /// <summary>By where it was found, of those that a form tells itself.</summary>
    private static readonly string[] Named =
    [
        "report",
        "period",
        "cutoff",
        "edition",
        "language",
        "when",
        "at",
        "next",
        "accept",
        "looked",
        "words",
        "why",
    ];

    /// <summary>The id of an input; null where the problem is about none.</summary>
    public static string? FieldOf(Problem problem) =>
        Named.Contains(problem.Place) ? problem.Place : Fields.GetValueOrDefault(problem.Code);

    /// <summary>What was found, and what to do, without an option of a command line in it.</summary>
    public string TextOf(Problem problem)
    {
        var found = PlainText.Clean(problem.Found);
        return texts.Find("problem." + problem.Code + "_" + problem.Place) is { } placed ? Filled(placed, found)
            : texts.Find("problem." + problem.Code) is { } text ? Filled(text, found)
            : string.Join(' ', new[]
                {
                    // Of a file that was verified or imported, where it is; a form's own fields are led to.
                    FieldOf(problem) is null
                        ? PlainText.Clean(problem.Place) + ":"
                        : null,
                    found,
                    problem.Expected is { } expected ? texts["rows.expected", PlainText.Clean(expected)] : null,
                    problem.Remedy is { } remedy ? PlainText.Clean(remedy) : null,
                }.OfType<string>().Where(part => !part.Contains("--", StringComparison.Ordinal)));
    }

    private static string Filled(string text, string found) => text.Replace("{0}", found, StringComparison.Ordinal);
}
