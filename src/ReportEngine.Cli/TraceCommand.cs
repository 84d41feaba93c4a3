using System.CommandLine;
using System.Globalization;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Releases;

namespace ReportEngine.Cli;

/// <summary>report-engine trace FOLDER FIGURE</summary>
internal static class TraceCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER")
        {
            Description = "The folder of one release, or of a build of the auditor edition.",
        };
        var id = new Argument<string>("FIGURE") { Description = "A figure of it: RT.02." };
        var by = new Option<string?>("--by")
        {
            Description = "Only its breakdown by platform, organisation, …",
            HelpName = "DIMENSION",
        };
        var database = new Option<string?>("--database")
        {
            Description = "List the rows from this database, and hold them against the release.",
            HelpName = "FILE",
        };
        var command = new Command(
            "trace",
            "Lead from a figure of a release to its definition, its questions to the register, and its rows."
        )
        {
            folder,
            id,
            by,
            database,
        };
        command.SetAction(parsed =>
            CommandRun.Guard(
                Console.Error,
                () =>
                {
                    var metric = FigureCommand.Find(parsed.GetRequiredValue(id));
                    Dimension? dimension = FigureCommand.ReadBreakdown(metric, parsed.GetValue(by)) is [var one]
                        ? one
                        : null;
                    var traced = Tracing.Of(
                        CommandRun.Folder("FOLDER", parsed.GetRequiredValue(folder)),
                        metric.Id,
                        dimension,
                        parsed.GetValue(database),
                        Installation.Find()
                    );
                    Console.WriteLine(
                        metric.Id
                            + "  "
                            + metric.Name
                            + " (definition "
                            + metric.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)
                            + ")"
                    );
                    Console.WriteLine("  " + metric.Definition);
                    var questions = traced
                        .SelectMany(figure => figure.Sources)
                        .Select(source => source.Question)
                        .Distinct()
                        .ToList();
                    for (var index = 0; index < questions.Count; index++)
                    {
                        Console.WriteLine();
                        Console.WriteLine(
                            FormattableString.Invariant($"Question {index + 1}, a row for each {questions[index].Key}:")
                        );
                        Console.WriteLine("  " + questions[index].Sql.ReplaceLineEndings("\n  "));
                    }
                    foreach (var figure in traced)
                    {
                        Print(figure, questions);
                    }
                }
            )
        );
        return command;
    }

    private static void Print(TracedFigure figure, List<TraceQuestion> questions)
    {
        Console.WriteLine();
        var shown = figure.Released is { } quantity
            ? new NumberStyle(Language.English).Sentence(
                new Figure(figure.Metric, [], quantity, Period.QuarterOf(default), new CutOff(default))
            )
            : "no value";
        Console.WriteLine(
            figure.Key.PeriodText + "  " + (figure.Key.Codes.Length == 0 ? "all" : figure.Key.Codes) + ":  " + shown
        );
        foreach (var source in figure.Sources)
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  question {questions.IndexOf(source.Question) + 1} with @from {source.Source.From}, @to "
                        + $"{source.Source.To}{(source.Source.Known is { } known ? ", @known " + known : "")}"
                )
            );
            Console.WriteLine("    digest of the keys: " + source.Source.Sha256);
            Console.WriteLine(
                source.Keys is { } keys
                    ? FormattableString.Invariant($"    {keys.Count} rows: {keys.Text}")
                    : "    rows: in the auditor edition, or with --database"
            );
        }
    }
}
