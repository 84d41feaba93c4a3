namespace ReportEngine.Tests;

/// <summary>A test that needs a program of the machine; where it is missing, the test shows as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolTheoryAttribute : TheoryAttribute
{
    public ToolTheoryAttribute(string tool) => Skip = Tool.Missing(tool);
}

/// <inheritdoc cref="ToolTheoryAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(string tool) => Skip = Tool.Missing(tool);
}

internal static class Tool
{
    /// <summary>Why a test that needs the program is skipped; null where it is on the path.</summary>
    public static string? Missing(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, tool)))
            ? null
            : tool + " is not on this machine.";
}
