using System.CommandLine;
using ReportEngine.Cases;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Templates;

namespace ReportEngine.Cli;

/// <summary>report-engine list</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var database = Options.Database();
        var own = TemplatesCommand.Own();
        var command = new Command("list", "List the reports, the periods in the database and the figures.")
        {
            database,
            own,
        };
        command.SetAction(parsed =>
            CommandRun.Guard(
                Console.Error,
                () =>
                {
                    using var source = CommandDatabase.Open(parsed.GetValue(database), Console.Error);
                    using var cases = CaseFile.Open(source.Path, null);
                    Console.WriteLine("Reports");
                    foreach (
                        var template in ReportTemplate.All(
                            TemplatesCommand.Installed(parsed.GetValue(own)),
                            Language.English
                        )
                    )
                    {
                        Console.WriteLine($"  {template.ReportId, -24}{template.Title}");
                    }
                    Console.WriteLine();
                    Console.WriteLine("Periods in " + source.Name + ", known by " + cases.CutOff.DayText);
                    foreach (var quarter in cases.Quarters())
                    {
                        Console.WriteLine(
                            $"  {quarter.Id, -24}{(quarter.IsCompleteAt(cases.CutOff) ? "complete" : "to date")}, "
                                + $"{quarter.FiscalYear}"
                        );
                    }
                    Console.WriteLine();
                    Console.WriteLine("Figures");
                    foreach (var metric in MetricCatalogue.All)
                    {
                        var breakdowns = string.Join(", ", metric.Breakdowns.Select(FigureCommand.NameOf));
                        Console.WriteLine(
                            $"  {metric.Id, -8}{metric.Name} ({metric.Unit.Name}"
                                + $"){(breakdowns.Length == 0 ? "" : "; by " + breakdowns)}"
                        );
                    }
                }
            )
        );
        return command;
    }
}
