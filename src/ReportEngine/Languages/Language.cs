using System.Globalization;
using System.Text.RegularExpressions;

namespace ReportEngine.Languages;

/// <summary>
/// A language reports are written in. Words of the engine are written in English where they are used; another language
/// is a table from the English words to its own (templates/strings). A word that is not in the table, such as a name
/// from the register, stays as it is.
/// </summary>
/// <param name="Code">As on the command line and in folder names: en, ur.</param>
/// <param name="Tag">The language tag of documents (BCP 47): en-GB, ur-PK.</param>
public sealed partial record Language(
    string Code,
    string Tag,
    string Name,
    bool RightToLeft,
    IReadOnlyDictionary<string, string> Words
)
{
    private const string StartIsolate = "\u2066";
    private const string EndIsolate = "\u2069";

    public static readonly Language English = new("en", "en-GB", "English", false, new Dictionary<string, string>());

    /// <summary>The words in this language.</summary>
    public string Say(string english) => Words.TryGetValue(english, out var said) ? said : english;

    /// <summary>A sentence with {0}, {1} … in it, in this language; the parts are put in as they are.</summary>
    public string Say(string english, params object[] parts) =>
        string.Format(CultureInfo.InvariantCulture, Say(english), parts);

    /// <summary>
    /// Text of one paragraph in which Latin runs keep their own direction: in a right-to-left language 2025-Q3 would
    /// else be shown as Q3-2025 (Unicode Bidirectional Algorithm, isolates).
    /// </summary>
    public string Isolated(string text) => RightToLeft ? LatinRun().Replace(text, run => Isolate(run.Value)) : text;

    private static string Isolate(string run)
    {
        var end = run.AsSpan().TrimEnd(".,:/@_+&'\u2019\u2013-").Length;
        return StartIsolate + run[..end] + EndIsolate + run[end..];
    }

    /// <summary>
    /// A word with a Latin letter in it and the Latin words, numbers and whole brackets of such that follow it, as in
    /// "SWD(2024) 36"; a number followed by brackets, as in "21(1)(a)"; or a number with its sign or per cent.
    /// </summary>
    [GeneratedRegex(
        @"[+\u2212][0-9][0-9.,]*%?|[0-9][0-9.,]*%|[0-9]+(?:\([0-9a-z]{1,2}\))+|"
            + AfterDigits
            + "?"
            + Word
            + "(?:,? "
            + Next
            + "|"
            + Bracket
            + ")*",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex LatinRun();

    private const string AfterDigits = @"(?:[0-9][0-9._/@:+&'\u2019\u2013-]*)";
    private const string Word = @"[A-Za-z][A-Za-z0-9._/@:+&'\u2019\u2013%-]*";
    private const string Next = @"[A-Za-z0-9][A-Za-z0-9._/@:+&'\u2019\u2013%-]*";
    private const string Bracket = @" ?\([A-Za-z0-9._'\u2019\u2013-]+(?: [A-Za-z0-9._'\u2019\u2013-]+)*\)";
}
