using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using ReportEngine.Cases;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Rendering;
using ReportEngine.Templates;

namespace ReportEngine.Cli;

/// <summary>report-engine figure ID</summary>
internal static partial class FigureCommand
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NewLine = "\n",
    };

    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "A figure, as 'report-engine list' names it: RT.02." };
        var database = Options.Database();
        var period = Options.Period();
        var asOf = Options.AsOf();
        var by = new Option<string?>("--by")
        {
            Description = "Break down by platform, organisation, … as 'list' shows for the figure.",
            HelpName = "DIMENSION",
        };
        var edition = Options.Edition();
        var json = new Option<bool>("--json")
        {
            Description = "Print an array of objects for machines; shares run from 0 to 1.",
        };
        var command = new Command("figure", "Print one figure, its definition and its n.")
        {
            id,
            database,
            period,
            asOf,
            by,
            edition,
            json,
        };
        command.SetAction(parsed =>
            CommandRun.Guard(
                Console.Error,
                () =>
                {
                    var metric = Find(parsed.GetRequiredValue(id));
                    var dimensions = ReadBreakdown(metric, parsed.GetValue(by));
                    var chosenPeriod = CommandRun.ReadPeriod(parsed.GetValue(period));
                    var cutOff = CommandRun.ReadCutOff(parsed.GetValue(asOf));
                    var rules = EditionFile.Read(Installation.Find().Templates)[
                        Options.ChosenEdition(parsed.GetRequiredValue(edition)).Id
                    ];
                    using var source = CommandDatabase.Open(parsed.GetValue(database), Console.Error);
                    using var cases = CaseFile.Open(source.Path, cutOff);
                    if (chosenPeriod is not null)
                    {
                        Report.RequirePeriod(cases, chosenPeriod, source.Name);
                    }
                    var set = Report.FiguresOf(
                        cases,
                        chosenPeriod ?? DefaultPeriod(metric, cases, source.Name),
                        Language.English
                    );
                    Report.RequireIdentities(cases, set, source.Name);
                    var figures = set.Protected(rules).Of(metric.Id, dimensions);
                    if (parsed.GetValue(json))
                    {
                        Console.WriteLine(JsonSerializer.Serialize(figures.Select(FigureJson.Of), Json));
                    }
                    else
                    {
                        Print(metric, figures);
                        Console.WriteLine();
                        Console.WriteLine("  Period " + set.Period.Id + ", known by " + set.CutOff.DayText);
                    }
                }
            )
        );
        return command;
    }

    /// <summary>What people type for a dimension: subject-type, request-type, platform.</summary>
    public static string NameOf(Dimension dimension) => DimensionNames.Of(dimension).Replace('_', '-');

    internal static Metric Find(string id) =>
        MetricCatalogue.TryFind(id.ToUpperInvariant())
        ?? throw CommandRun.Usage(
            "ID",
            $"Unknown figure '{id}'.",
            "an id from 'report-engine list'",
            Nearest.Suggestion(id, MetricCatalogue.All.Select(metric => metric.Id))
        );

    internal static Dimension[] ReadBreakdown(Metric metric, string? name)
    {
        if (name is null)
        {
            return [];
        }
        if (DimensionNames.TryFind(name) is { } dimension && metric.Breakdowns.Contains(dimension))
        {
            return [dimension];
        }
        throw CommandRun.Usage(
            "--by",
            $"Figure {metric.Id} has no breakdown by '{name}'.",
            string.Join(", ", metric.Breakdowns.Select(NameOf)),
            Nearest.Suggestion(name, metric.Breakdowns.Select(NameOf))
        );
    }

    /// <summary>
    /// The latest complete quarter; for figures that run up to the cut-off, the quarter the cut-off falls in, so that
    /// nothing known by then is left out.
    /// </summary>
    private static Period DefaultPeriod(Metric metric, CaseFile cases, string databaseName) =>
        metric.Cohort is Cohort.Cumulative or Cohort.Stock
            ? Period.QuarterOf(cases.CutOff.Instant)
            : Report.LatestCompleteQuarter(cases, databaseName);

    private static void Print(Metric metric, IReadOnlyList<Figure> figures)
    {
        Console.WriteLine(metric.Id + "  " + metric.Name);
        foreach (var (label, text) in new DocumentWords(Language.English).Definition(metric))
        {
            Console.WriteLine($"  {label}: {text}");
        }
        Console.WriteLine();
        foreach (var figure in figures)
        {
            var dimensions = string.Join(", ", figure.Dimensions.Select(value => PlainText.Clean(value.Label)));
            Console.WriteLine(
                $"  {(dimensions.Length == 0 ? "Total" : dimensions), -40}  "
                    + $"{new NumberStyle(Language.English).Sentence(figure)}"
            );
        }
    }

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Capital();
}
