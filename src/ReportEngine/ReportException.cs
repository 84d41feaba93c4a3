namespace ReportEngine;

/// <summary>The only exception for what users can put right: all problems found, and how the command ends.</summary>
public sealed class ReportException(ExitCode exitCode, IReadOnlyList<Problem> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    public ReportException(ExitCode exitCode, Problem problem)
        : this(exitCode, [problem]) { }

    public ExitCode ExitCode { get; } = exitCode;

    public IReadOnlyList<Problem> Problems { get; } = problems;
}
