using System.CommandLine;
using System.Globalization;
using ReportEngine.Cases;

namespace ReportEngine.Cli;

/// <summary>report-engine import FOLDER --database FILE</summary>
internal static class ImportCommand
{
    private const int RowsBetweenLines = 100_000;

    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER")
        {
            Description = "One CSV a table, UTF-8, with the columns of the data model.",
        };
        var database = new Option<string>("--database")
        {
            Description = "The database to make.",
            Required = true,
            HelpName = "FILE",
        };
        var replace = new Option<bool>("--replace")
        {
            Description = "Replace a database that exists, once the new one is complete.",
        };
        var command = new Command("import", "Read case data from CSV into a new database, all or nothing.")
        {
            folder,
            database,
            replace,
        };
        command.SetAction(parsed =>
            CommandRun.Guard(
                Console.Error,
                () =>
                {
                    if (string.IsNullOrWhiteSpace(parsed.GetRequiredValue(database)))
                    {
                        throw CommandRun.Usage("--database", "No file name.", "the name of the database to make");
                    }
                    var summary = Import.Folder(
                        parsed.GetRequiredValue(folder),
                        parsed.GetRequiredValue(database),
                        new Lines(step =>
                        {
                            if (step.Rows % RowsBetweenLines == 0 || !Console.IsErrorRedirected)
                            {
                                CommandRun.ShowProgress(() => Console.Error.Write(Line(step)));
                            }
                        }),
                        parsed.GetValue(replace)
                    );
                    CommandRun.ShowProgress(Console.Error.WriteLine);
                    CommandRun.PrintDone(() =>
                    {
                        foreach (var warning in summary.Warnings)
                        {
                            Console.Error.WriteLine(warning);
                        }
                        foreach (var table in summary.Tables)
                        {
                            Console.WriteLine(
                                string.Create(CultureInfo.InvariantCulture, $"{table.Rows, 12:#,##0}  {table.Table}")
                            );
                        }
                    });
                }
            )
        );
        return command;
    }

    private static string Line(ImportProgress step) =>
        (Console.IsErrorRedirected ? "" : "\r\u001b[K")
        + string.Create(
            CultureInfo.InvariantCulture,
            $"{step.Table}: {step.Rows:#,##0} rows, {100.0 * step.BytesRead / Math.Max(1, step.BytesTotal):0} % "
                + $"of the files"
        )
        + (Console.IsErrorRedirected ? "\n" : "");

    private sealed class Lines(Action<ImportProgress> show) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => show(value);
    }
}
