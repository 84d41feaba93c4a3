using System.CommandLine;
using ReportEngine.Cases;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Templates;

namespace ReportEngine.Cli;

/// <summary>report-engine templates names: every name an author may put in quotes, as it is written there.</summary>
internal static class TemplateNamesCommand
{
    public static Command Create()
    {
        var database = Options.Database();
        var command = new Command(
            "names",
            "List the names that templates use: tables, charts, figures, and the codes of platforms and the rest."
        )
        {
            database,
        };
        command.SetAction(parsed =>
            CommandRun.Guard(
                Console.Error,
                () =>
                {
                    using var source = CommandDatabase.Open(parsed.GetValue(database), Console.Error);
                    using var cases = CaseFile.Open(source.Path, null);
                    var period = Report.LatestCompleteQuarter(cases, source.Name);
                    Print(Report.FiguresOf(cases, period, Language.English));
                }
            )
        );
        return command;
    }

    private static void Print(FigureSet set)
    {
        Console.WriteLine("Tables, and what they can be narrowed by");
        foreach (var id in TableCatalogue.Ids)
        {
            Line(id, TableCatalogue.Build(id, set).Title, Words(TableCatalogue.DimensionsOf(id)));
        }
        Console.WriteLine("\nCharts");
        foreach (var id in ChartCatalogue.Ids)
        {
            Line(id, ChartCatalogue.Build(id, set).Title, "");
        }
        Console.WriteLine("\nFindings of page one");
        foreach (var id in FindingCatalogue.Ids)
        {
            Line(id);
        }
        Console.WriteLine("\nFigures, what they can be broken down by, and the values of which one must be named");
        foreach (var metric in MetricCatalogue.All)
        {
            Line(metric.Id, metric.Name, Words(metric.Breakdowns.Except(metric.Natural)), Needed(set, metric));
        }
        Console.WriteLine("\nParts to include");
        foreach (var file in TemplateFile.All(Installation.Find(), Language.English).Where(file => file.IsPartial))
        {
            Line(file.Stem[1..]);
        }
        Console.WriteLine("\nPeriods");
        foreach (var one in TrendTable.Periods(set))
        {
            Line(one.Period.Id);
        }
        Console.WriteLine("\nCodes");
        foreach (var dimension in MetricCatalogue.All.SelectMany(metric => metric.Breakdowns).Distinct())
        {
            var codes = set.ValuesOf(dimension).Select(value => value.Code).ToList();
            if (codes.Count > 0)
            {
                Line(DimensionNames.Of(dimension), string.Join(", ", codes), "");
            }
        }
    }

    /// <summary>As in "statistic: median, p90".</summary>
    private static string Needed(FigureSet set, Metric metric) =>
        string.Join(
            "; ",
            metric
                .Natural.Select(DimensionNames.Of)
                .Concat(
                    metric.Part is { } part
                        ?
                        [
                            DimensionNames.Of(part)
                                + ": "
                                + string.Join(
                                    ", ",
                                    set.Of(metric.Id).Select(one => one.CodeOf(part)).OfType<string>().Distinct()
                                ),
                        ]
                        : Array.Empty<string>()
                )
        );

    private static string Words(IEnumerable<Dimension> dimensions) =>
        string.Join(", ", dimensions.Select(DimensionNames.Of));

    private static void Line(string name, params IEnumerable<string> words) =>
        Console.WriteLine($"  {name, -30}" + string.Join("; ", words.Where(one => one.Length > 0)));
}
