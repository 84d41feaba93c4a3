namespace ReportEngine.Tests;

/// <summary>A test without rows that needs a program of the machine; where it is missing, the test shows as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(string tool) => Skip = new ToolTheoryAttribute(tool).Skip;
}
