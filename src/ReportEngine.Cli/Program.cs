using System.CommandLine;
using ReportEngine;
using ReportEngine.Cli;

var root = new RootCommand(
    """
    ReportEngine turns case data about referrals to social media platforms into three reports.

    A newcomer's first command, on the sample data:   report-engine build
    Exit codes: 0 done; 1 the data or a check failed, nothing written; 2 wrong usage or configuration;
    3 the environment failed (locked, disk full, worker missing), nothing written.
    """
)
{
    BuildCommand.Create(),
    ImportCommand.Create(),
    ListCommand.Create(),
    TemplatesCommand.Create(),
    FigureCommand.Create(),
    PublishCommand.Create(),
    TraceCommand.Create(),
    VerifyCommand.Create(),
    KeyCommand.Create(),
    CheckCommand.Create(),
    ServeCommand.Create(),
    UserCommand.Create(),
    LogCommand.Create(),
};

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
    {
        Console.Error.WriteLine(
            new Problem("command line", "RE001", error.Message, null, "See 'report-engine --help'.")
        );
    }
    return (int)ExitCode.WrongUsage;
}
return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
