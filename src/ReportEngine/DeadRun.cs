using System.Diagnostics;
using System.Globalization;

namespace ReportEngine;

/// <summary>
/// Work in progress carries the process id of its run at the end of its name, so that the next run can tell what a
/// killed one left behind from what a living one still needs.
/// </summary>
public static class DeadRun
{
    /// <summary>The end of a name, to be put after what says whose and what it is.</summary>
    public static string Mark { get; } = "-" + Environment.ProcessId.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// The run that left this is no more, or is this one; a name without a process id belongs to no run.
    /// </summary>
    public static bool Left(string path)
    {
        if (
            !int.TryParse(
                path.AsSpan(path.LastIndexOf('-') + 1),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var id
            )
        )
        {
            return false;
        }
        if (id == Environment.ProcessId)
        {
            return true;
        }
        try
        {
            using var process = Process.GetProcessById(id);
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
