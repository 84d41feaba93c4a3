using System.CommandLine;

namespace ReportEngine.Cli;

/// <summary>Options of the commands about the officials' side of the web page.</summary>
internal static class OfficeOptions
{
    public static Option<string?> Office(bool required) =>
        new("--office")
        {
            Description =
                "The folder of the officials' side: users, jobs, the log, the register, builds. Made if it is "
                + "not there.",
            HelpName = "DIR",
            Required = required,
        };
}
