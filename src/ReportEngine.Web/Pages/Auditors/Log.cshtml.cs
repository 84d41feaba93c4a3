using Microsoft.AspNetCore.RateLimiting;
using ReportEngine.Web.State;

namespace ReportEngine.Web.Pages.Auditors;

/// <summary>The log of who did what, newest first, with its chain held together.</summary>
[EnableRateLimiting(Limits.Expensive)]
public sealed class LogModel(Office office, SiteOptions options, Texts texts) : OfficePage(office, options)
{
    private const int OnAPage = 100;

    public LogReading Reading { get; private set; } = null!;

    /// <summary>A head that was written down earlier, or nothing.</summary>
    public string Head { get; private set; } = "";

    public IReadOnlyList<LogEntry> Shown { get; private set; } = [];

    /// <summary>Where the next page begins; null on the last.</summary>
    public long? Earlier { get; private set; }

    public void OnGet(string? head, long before = long.MaxValue)
    {
        Log(Act.LogRead, "a page");
        Head = head?.Trim() ?? "";
        Reading = ActivityLog.Read(Office.State, Head.Length == 0 ? null : Head);
        var entries = Reading.Entries.Where(entry => entry.Sequence < before).Reverse().ToList();
        Shown = [.. entries.Take(OnAPage)];
        Earlier = entries.Count > OnAPage ? Shown[^1].Sequence : null;
    }

    public string RoleOf(LogEntry entry) => texts.Find("role." + entry.Role) ?? entry.Role;

    public string ActOf(LogEntry entry) => texts.Find("act." + entry.Act) ?? entry.Act;
}
