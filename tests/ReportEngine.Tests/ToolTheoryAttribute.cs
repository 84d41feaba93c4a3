namespace ReportEngine.Tests;

/// <summary>A test that needs a program of the machine; where it is missing, the test shows as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolTheoryAttribute : TheoryAttribute
{
    public ToolTheoryAttribute(string tool)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, tool)));
        if (!found)
        {
            Skip = tool + " is not on this machine.";
        }
    }
}
