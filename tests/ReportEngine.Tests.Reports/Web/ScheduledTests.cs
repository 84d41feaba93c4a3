using System.Net;
using NodaTime;
using ReportEngine.Releases;
using ReportEngine.Web.State;

namespace ReportEngine.Tests.Reports.Web;

/// <summary>What is approved for an hour: nobody has it before, an approver can stop it, and it is not lost.</summary>
public sealed class ScheduledTests : IDisposable
{
    private const string Release = "nap-progress/2025-Q4/public-en/v2";

    private static readonly Instant Hour = Instant.FromUtc(2026, 3, 1, 4, 30);

    private readonly TestOffice office = new();

    [Fact]
    public void It_is_scheduled_in_no_store_before_its_hour_and_published_then_with_that_hour_on_it()
    {
        var id = Scheduled();
        var page = office.As(Role.Official).Text($"/office/jobs/{id}");
        Assert.Contains("Scheduled for 1 March 2026, 09:30", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<dd id=\"stage\">Published", page, StringComparison.Ordinal);
        Assert.DoesNotContain(ReleaseStore.Open(office.Store).Entries, entry => entry.Name == Release);

        office.Now = Hour - Duration.FromSeconds(1);
        Thread.Sleep(TimeSpan.FromSeconds(6));
        Assert.False(IsOpen());
        office.Now = Hour;
        TestOffice.Until(IsOpen);

        Assert.Contains(
            "Version 2, 1 March 2026 at 09:30",
            office.As((string?)null).Text("/releases/" + Release + "/files/nap-progress-2025-Q4.html"),
            StringComparison.Ordinal
        );
        TestOffice.Until(() => Jobs.FindBuild(office.Office.State, id)!.Stage == Stage.Published);
        Assert.Equal(["approved", "scheduled", "published"], ActsFrom("approved"));
    }

    [Fact]
    public void An_approver_stops_it_before_its_hour_and_it_never_opens()
    {
        var id = Scheduled();
        office.As(Role.Official).Post($"/office/jobs/{id}?handler=stop", HttpStatusCode.UnprocessableEntity, Why);
        office.As(Role.Approver).Post($"/office/jobs/{id}?handler=stop", HttpStatusCode.UnprocessableEntity);
        office.As(Role.Approver).Post($"/office/jobs/{id}?handler=stop", HttpStatusCode.Found, Why);

        office.Now = Hour + Duration.FromDays(1);
        Thread.Sleep(TimeSpan.FromSeconds(6));
        Assert.False(IsOpen());
        Assert.DoesNotContain(ReleaseStore.Open(office.Store).Entries, entry => entry.Name == Release);
        var page = office.Anew(Role.Official).Text($"/office/jobs/{id}");
        Assert.Contains("Stopped before its hour", page, StringComparison.Ordinal);
        Assert.Contains("Stopped by approver", page, StringComparison.Ordinal);
        Assert.Contains(Why.Value, page, StringComparison.Ordinal);
        Assert.Equal(["approved", "scheduled", "stopped"], ActsFrom("approved"));
    }

    [Fact]
    public void What_its_readers_have_is_not_stopped_any_more()
    {
        var id = Scheduled();
        office.Now = Hour;
        TestOffice.Until(() => Jobs.FindBuild(office.Office.State, id)!.Stage == Stage.Published);

        office.Anew(Role.Approver).Post($"/office/jobs/{id}?handler=stop", HttpStatusCode.UnprocessableEntity, Why);

        Assert.True(IsOpen());
    }

    [Fact]
    public void After_a_time_without_service_it_is_late_and_not_lost()
    {
        var id = Scheduled();
        office.DownWhile(() => office.Now = Hour + Duration.FromHours(3));

        TestOffice.Until(() => Jobs.FindBuild(office.Office.State, id)!.Stage == Stage.Published);
        Assert.True(IsOpen());
        Assert.Equal("2026-03-01T07:30:00Z", office.Log.Last(entry => entry.Act == "published").At);
    }

    /// <summary>Made again where the store has moved on, since what it is held against has.</summary>
    [Fact]
    public void Another_report_that_is_published_before_its_hour_does_not_hold_it_up()
    {
        var id = Scheduled();
        var other = office.Approved(office.HandedOver(Order("response-times", "once", "")));
        Assert.True(other.State == JobState.Done, other.Problems);
        office.Now = Hour;

        var publication = office.Ended(Jobs.FindBuild(office.Office.State, id)!.Publication!.JobId);

        Assert.True(publication.State == JobState.Done, publication.Problems);
        Assert.True(IsOpen());
    }

    public void Dispose() => office.Dispose();

    private static (string Name, string Value) Why => ("words", "A row of the register is wrong.");

    private static (string, string)[] Order(string report, string when, string at) =>
        [("report", report), ("period", "2025-Q4"), ("cutoff", "2026-01-15"), ("when", when), ("at", at)];

    private long Scheduled()
    {
        var id = office.HandedOver(Order("nap-progress", "at", "2026-03-01T09:30"));
        office.As(Role.Approver).Post($"/office/jobs/{id}?handler=approve", HttpStatusCode.Found, ("looked", "true"));
        TestOffice.Until(() => Jobs.FindBuild(office.Office.State, id)!.Stage == Stage.Scheduled);
        return id;
    }

    private bool IsOpen()
    {
        using var answer = office.As((string?)null).Get("/releases/" + Release);
        return answer.StatusCode == HttpStatusCode.OK;
    }

    private IEnumerable<string> ActsFrom(string act) =>
        office
            .Log.Select(entry => entry.Act)
            .SkipWhile(one => one != act)
            .Where(one => one is "approved" or "scheduled" or "stopped" or "published" or "failed");
}
