namespace ReportEngine.Web.State;

/// <summary>Who does something, as the log has it.</summary>
public sealed record Actor(string Name, string Role)
{
    /// <summary>What runs in the background.</summary>
    public static Actor Service { get; } = new("service", "service");

    /// <summary>Somebody at the machine's own command line.</summary>
    public static Actor CommandLine { get; } = new("command line", "service");

    /// <summary>Nobody we know.</summary>
    public static Actor Unknown { get; } = new("unknown", "none");
}
