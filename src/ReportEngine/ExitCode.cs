namespace ReportEngine;

/// <summary>How a command ended; the numbers are a contract.</summary>
public enum ExitCode
{
    Done = 0,

    /// <summary>The data or a check failed; nothing was written.</summary>
    DataFailed = 1,

    /// <summary>Wrong usage or configuration.</summary>
    WrongUsage = 2,

    /// <summary>The environment failed (locked, disk full, worker missing); nothing was written.</summary>
    EnvironmentFailed = 3,
}
