using System.CommandLine;
using ReportEngine.Documents;

namespace ReportEngine.Cli;

/// <summary>
/// Runs a command and turns its problems into lines and an exit code; the only place they are caught.
/// </summary>
internal static class CommandRun
{
    public static int Guard(TextWriter errors, Action act)
    {
        try
        {
            act();
            return (int)ExitCode.Done;
        }
        catch (ReportException error)
        {
            Try(() =>
            {
                foreach (var problem in error.Problems)
                {
                    errors.WriteLine(problem);
                }
            });
            return (int)error.ExitCode;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Try(() =>
                errors.WriteLine(new Problem("environment", "RE500", error.Message, null, "Nothing was written."))
            );
            return (int)ExitCode.EnvironmentFailed;
        }
    }

    /// <summary>
    /// Prints what was done. A print that fails, as on a full disk or a closed pipe, undoes nothing: the exit code
    /// tells the state of the data, and the standard error that the print is missing.
    /// </summary>
    public static void PrintDone(Action print)
    {
        if (
            Try(() =>
            {
                print();
                Console.Out.Flush();
            }) is
            { } error
        )
        {
            Try(() =>
                Console.Error.WriteLine(
                    new Problem(
                        "standard output",
                        "RE505",
                        "What was done could not be printed: " + error,
                        null,
                        "It is done all the same.",
                        Severity.Warning
                    )
                )
            );
        }
    }

    /// <summary>Shows how far it is; whether anybody sees it decides nothing.</summary>
    public static void ShowProgress(Action show) => Try(show);

    private static string? Try(Action print)
    {
        try
        {
            print();
            return null;
        }
        catch (IOException error)
        {
            return error.Message;
        }
    }

    public static Period? ReadPeriod(string? text) =>
        text is null
            ? null
            : Period.TryParse(text) ?? throw Usage("--period", "Not a period: '" + text + "'", Period.ValidForms);

    public static CutOff? ReadCutOff(string? text) =>
        text is null
            ? null
            : CutOff.TryParse(text) ?? throw Usage("--as-of", "Not a date: '" + text + "'", CutOff.ValidForm);

    /// <summary>The name of a folder, which need not exist.</summary>
    public static string Folder(string place, string text) =>
        string.IsNullOrWhiteSpace(text) || text.Contains('\0', StringComparison.Ordinal)
            ? throw Usage(place, "Not a folder: '" + text + "'", "the name of a folder")
            : text;

    public static ReportException Usage(string place, string found, string expected, string? remedy = null) =>
        new(ExitCode.WrongUsage, new Problem(place, "RE002", found, expected, remedy));
}

/// <summary>Options that several commands share.</summary>
internal static class Options
{
    public static Option<string?> Database() =>
        new("--database")
        {
            Description = "Case database made by 'import'. Without it, the sample data (invented cases).",
            HelpName = "FILE",
        };

    public static Option<string?> Period() =>
        new("--period")
        {
            Description =
                "A quarter 2025-Q3, a calendar year 2025 or a fiscal year FY2025-26. Default: the latest "
                + "complete quarter.",
            HelpName = "PERIOD",
        };

    public static Option<string?> AsOf() =>
        new("--as-of")
        {
            Description =
                "Only what was known at the end of this day in Asia/Karachi. Default: everything in the data.",
            HelpName = "DATE",
        };

    public static Option<string?> Releases() =>
        new("--releases") { Description = "The store of releases that 'publish' fills.", HelpName = "STORE" };

    public static Option<string> Edition() =>
        new("--edition")
        {
            Description =
                "public, official or auditor: who may read it, and from which number on counts of accounts are shown.",
            DefaultValueFactory = _ => Documents.Edition.Public,
            HelpName = "EDITION",
        };

    public static Edition ChosenEdition(string name) =>
        Chosen("--edition", "edition", [name], Documents.Edition.All, edition => edition.Id)[0];

    /// <summary>The items asked for by name, in the order of the list; all when none is asked for.</summary>
    public static IReadOnlyList<T> Chosen<T>(
        string place,
        string what,
        IReadOnlyList<string> names,
        IReadOnlyList<T> all,
        Func<T, string> nameOf
    )
    {
        var known = all.Select(nameOf).ToList();
        var problems = names
            .Where(name => !known.Contains(name, StringComparer.Ordinal))
            .Select(name => new Problem(
                place,
                "RE002",
                $"Unknown {what} '{name}'.",
                string.Join(", ", known),
                Nearest.Suggestion(name, known)
            ))
            .ToList();
        if (problems.Count > 0)
        {
            throw new ReportException(ExitCode.WrongUsage, problems);
        }
        return names.Count == 0 ? all : [.. all.Where(item => names.Contains(nameOf(item), StringComparer.Ordinal))];
    }
}
