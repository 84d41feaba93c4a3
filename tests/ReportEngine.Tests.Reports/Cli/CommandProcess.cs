using System.Diagnostics;

namespace ReportEngine.Tests.Reports.Cli;

/// <summary>
/// The command line as a process of its own, for what is about processes: exit codes, streams, folders.
/// </summary>
internal static class CommandProcess
{
    /// <param name="command">Words with blanks between them; none of them holds a blank.</param>
    /// <param name="variables">Of the environment, beside those of this process.</param>
    public static (int Code, string Output, string Errors) Run(
        string folder,
        string command,
        params (string Name, string Value)[] variables
    ) =>
        Start(
            folder,
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "report-engine.dll"), .. command.Split(' ')],
            variables
        );

    /// <summary>Any program, to its end.</summary>
    public static (int Code, string Output, string Errors) Start(
        string folder,
        string program,
        IReadOnlyList<string> arguments,
        params (string Name, string Value)[] variables
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A password of the person who runs the tests signs nothing here.
        start.Environment["REPORT_ENGINE_KEY_PASSWORD"] = "";
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
}
