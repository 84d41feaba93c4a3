using System.CommandLine;
using System.Globalization;
using NodaTime;
using ReportEngine.Web;
using ReportEngine.Web.State;

namespace ReportEngine.Cli;

/// <summary>report-engine log --office DIR [--head DIGEST] [--lines]</summary>
internal static class LogCommand
{
    public static Command Create()
    {
        var office = OfficeOptions.Office(required: true);
        var head = new Option<string?>("--head")
        {
            Description = "A head written down earlier, which must still be in the log.",
            HelpName = "DIGEST",
        };
        var lines = new Option<bool>("--lines") { Description = "Print the log, a JSON object a line." };
        var command = new Command(
            "log",
            "Hold together the log of who built, approved, published and downloaded what. Exit code 1 when it "
                + "has been changed."
        )
        {
            office,
            head,
            lines,
        };
        command.SetAction(parsed =>
            CommandRun.Guard(
                Console.Error,
                () =>
                {
                    var folder = CommandRun.Folder("--office", parsed.GetRequiredValue(office)!);
                    if (!File.Exists(Path.Combine(folder, Office.StateFile)))
                    {
                        throw CommandRun.Usage(
                            "--office",
                            "There is no office in '" + folder + "'.",
                            "a folder with " + Office.StateFile
                        );
                    }
                    var state = Office.Open(folder, SystemClock.Instance).State;
                    var reading = ActivityLog.Read(state, parsed.GetValue(head));
                    if (parsed.GetValue(lines))
                    {
                        Console.Write(ActivityLog.Text(state));
                    }
                    if (reading.Problems.Count > 0)
                    {
                        throw new ReportException(ExitCode.DataFailed, reading.Problems);
                    }
                    Console.Error.WriteLine(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"the chain holds: {reading.Entries.Count:#,##0} lines, head {reading.Head}"
                        )
                    );
                }
            )
        );
        return command;
    }
}
