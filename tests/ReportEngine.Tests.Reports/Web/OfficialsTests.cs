using System.Net;
using System.Text.Json;
using NodaTime;
using ReportEngine.Web.State;

namespace ReportEngine.Tests.Reports.Web;

/// <summary>What officials do, from choosing a report to its readers having it.</summary>
public sealed class OfficialsTests(TestOffice office) : IClassFixture<TestOffice>
{
    private static readonly (string Name, string Value)[] Usual =
    [
        ("report", "response-times"),
        ("period", "2025-Q4"),
        ("cutoff", "2026-01-15"),
        ("edition", "public"),
        ("language", "en"),
        ("final", "false"),
        ("when", "once"),
        ("at", ""),
        ("next", ""),
        ("accept", ""),
    ];

    /// <summary>The usual order, with other values in some fields.</summary>
    private static (string, string)[] Order(params (string Name, string Value)[] others) =>
        [.. Usual.ExceptBy(others.Select(field => field.Name), field => field.Name), .. others];

    [Fact]
    public void A_build_is_checked_made_previewed_handed_over_approved_by_somebody_else_and_published()
    {
        var (official, approver) = (office.As(Role.Official), office.As(Role.Approver));
        var checks = official.Text("/office/new?report=response-times&period=2025-Q4&cutoff=2026-01-15&check=true");
        Assert.Contains("ID.10 referrals whose action was undone (SAF.02)", checks, StringComparison.Ordinal);
        Assert.Contains("<td class=\"number\">923</td>", checks, StringComparison.Ordinal);
        Assert.Contains("Every case in this register is invented.", checks, StringComparison.Ordinal);

        var id = TestPerson.JobOf(official.Order(Order()));
        Assert.Equal(JobState.Done, office.Ended(id).State);
        var page = official.Text($"/office/jobs/{id}");
        Assert.Contains("Built, not handed over", page, StringComparison.Ordinal);
        var preview = official.Text($"/office/jobs/{id}/files/response-times/response-times-2025-Q4.html");
        Assert.Contains("38 to 47", preview.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains(
            "Platform response times: version 2 of its period, held against the release "
                + "response-times/2025-Q4/public-en/v1.",
            checks,
            StringComparison.Ordinal
        );
        Assert.Contains("Draft, held against response-times/2025-Q4/public-en/v1.", page, StringComparison.Ordinal);
        Assert.Contains(
            "figures stand in both; 0 have another value",
            official.Text($"/office/jobs/{id}/compare/response-times"),
            StringComparison.Ordinal
        );

        approver.Post($"/office/jobs/{id}?handler=approve", HttpStatusCode.UnprocessableEntity, ("looked", "true"));
        official.Post($"/office/jobs/{id}?handler=handover", HttpStatusCode.Found);
        official.Post($"/office/jobs/{id}?handler=approve", HttpStatusCode.UnprocessableEntity, ("looked", "true"));
        Assert.Contains(
            "Everybody will be able to read it. What is published can never be taken back",
            approver.Text($"/office/jobs/{id}"),
            StringComparison.Ordinal
        );
        Assert.Contains("All 10 identities hold.", approver.Text($"/office/jobs/{id}"), StringComparison.Ordinal);
        approver.Post($"/office/jobs/{id}?handler=approve", HttpStatusCode.UnprocessableEntity);
        approver.Post($"/office/jobs/{id}?handler=approve", HttpStatusCode.Found, ("looked", "true"));

        var publication = Jobs.FindBuild(office.Office.State, id)!.Publication!;
        var ended = office.Ended(publication.JobId);
        Assert.True(ended.State == JobState.Done, ended.Problems);
        Assert.Equal("response-times/2025-Q4/public-en/v2", ended.Result);
        Assert.Contains(
            "/releases/response-times/2025-Q4/public-en/v2",
            official.Text($"/office/jobs/{id}"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "1 February 2026",
            office.As((string?)null).Text("/releases/response-times/2025-Q4/public-en/v2"),
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["build-asked", "built", "handed-over", "approved"],
            office
                .Log.Where(entry =>
                    entry.What.StartsWith($"job {id}", StringComparison.Ordinal) && entry.Act != "downloaded"
                )
                .Select(entry => entry.Act)
        );
        Assert.Contains(
            office.Log,
            entry =>
                entry is { Who: "official", Act: "downloaded" }
                && entry.What == $"job {id}, response-times, file response-times-2025-Q4.html"
        );
        Assert.Contains(
            office.Log,
            entry =>
                entry is { Act: "published" }
                && entry.What.EndsWith("response-times/2025-Q4/public-en/v2", StringComparison.Ordinal)
        );
    }

    /// <summary>An edition for officials is nowhere for readers, and for officials among all releases.</summary>
    [Fact]
    public void An_official_edition_is_published_to_officials_alone()
    {
        using var own = new TestOffice();
        var id = own.HandedOver(Order(("report", "nap-progress"), ("edition", "official")));
        Assert.Equal(JobState.Done, own.Approved(id).State);

        const string Name = "/releases/nap-progress/2025-Q4/official-en/v1";
        Assert.Contains("/office" + Name, own.As(Role.Official).Text($"/office/jobs/{id}"), StringComparison.Ordinal);
        Assert.Contains("/office" + Name, own.As(Role.Official).Text("/office/releases"), StringComparison.Ordinal);
        Assert.Contains(
            "OFFICIAL",
            own.As(Role.Official).Text("/office" + Name + "/files/nap-progress-2025-Q4.html"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "official on 1 February 2026",
            own.As(Role.Auditor).Text("/audit" + Name),
            StringComparison.Ordinal
        );
        foreach (var address in (string[])[Name, Name + "/all.zip", Name + "/files/nap-progress-2025-Q4.html"])
        {
            using var answer = own.As((string?)null).Get(address);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        Assert.DoesNotContain(
            "official-en",
            own.As((string?)null).Text("/releases")
                + own.As((string?)null).Text("/feed.atom")
                + own.As((string?)null).Text("/api/v1/releases"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Two_that_are_approved_at_once_are_published_one_after_the_other()
    {
        using var own = new TestOffice();
        var ids = new[] { "nap-progress", "response-times" }
            .Select(report => own.HandedOver(Order(("report", report))))
            .ToList();
        foreach (var id in ids)
        {
            own.As(Role.Approver).Post($"/office/jobs/{id}?handler=approve", HttpStatusCode.Found, ("looked", "true"));
        }
        Assert.All(
            ids,
            id =>
                Assert.True(
                    own.Ended(Jobs.FindBuild(own.Office.State, id)!.Publication!.JobId) is { State: JobState.Done },
                    Jobs.FindBuild(own.Office.State, id)!.Publication!.Problems
                )
        );
    }

    [Fact]
    public void An_office_is_served_by_one_process_at_a_time()
    {
        using var second = ReportEngine.Web.Site.Create(
            new ReportEngine.Web.SiteOptions(office.Store, "http://127.0.0.1:0", Installation.Find(), office)
            {
                Office = ReportEngine.Web.Office.Open(office.Office.Folder, office),
            }
        );

        Assert.Equal(
            "RE512",
            Assert.ThrowsAny<ReportException>(() => second.StartAsync().GetAwaiter().GetResult()).Problems[0].Code
        );
    }

    [Fact]
    public void What_is_not_what_was_approved_is_not_published()
    {
        using var own = new TestOffice();
        var id = own.HandedOver(Order());
        var copy = Sample.TemporaryFolder();
        TestOffice.Copy(Installation.Find().SampleData, copy);
        var referrals = File.ReadAllLines(Path.Combine(copy, "verification.csv"));
        File.WriteAllLines(Path.Combine(copy, "verification.csv"), referrals.SkipLast(1));
        foreach (var other in Directory.GetFiles(copy).Where(file => !file.EndsWith(".csv", StringComparison.Ordinal)))
        {
            File.Delete(other);
        }
        ReportEngine.Cases.Import.Folder(copy, own.Office.Cases, replace: true);

        var publication = own.Approved(id);

        Assert.Equal(JobState.Failed, publication.State);
        Assert.Contains("RE569", publication.Problems!, StringComparison.Ordinal);
        Assert.Contains(
            "Approved, but not published",
            own.As(Role.Official).Text($"/office/jobs/{id}"),
            StringComparison.Ordinal
        );
        using var answer = own.As((string?)null).Get("/releases/response-times/2025-Q4/public-en/v2");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public void A_returned_build_says_what_has_to_change_and_is_over()
    {
        using var own = new TestOffice();
        var approver = own.As(Role.Approver);
        var id = own.HandedOver(Order(("report", "nap-progress")));
        approver.Post($"/office/jobs/{id}?handler=return", HttpStatusCode.UnprocessableEntity, ("words", " "));
        approver.Post(
            $"/office/jobs/{id}?handler=return",
            HttpStatusCode.Found,
            ("words", "The cut-off is too early.")
        );

        Assert.Contains(
            "The cut-off is too early.",
            own.As(Role.Official).Text($"/office/jobs/{id}"),
            StringComparison.Ordinal
        );
        approver.Post($"/office/jobs/{id}?handler=approve", HttpStatusCode.UnprocessableEntity, ("looked", "true"));
    }

    [Fact]
    public void A_build_that_is_cancelled_leaves_nothing()
    {
        using var own = new TestOffice();
        var official = own.As(Role.Official);
        var id = TestPerson.JobOf(
            official.Order([.. Usual, ("report", "nap-progress"), ("report", "quarterly-transparency")])
        );
        official.Post($"/office/jobs/{id}?handler=cancel", HttpStatusCode.Found);

        Assert.Equal(JobState.Cancelled, own.Ended(id).State);
        Assert.False(
            Directory.Exists(own.Office.BuildOf(id))
                && Directory.EnumerateFileSystemEntries(own.Office.BuildOf(id)).Any()
        );
        Assert.Equal(
            ["build-asked", "cancelled"],
            own.Log.Where(entry => entry.What == $"job {id}").Select(entry => entry.Act).Distinct()
        );
    }

    [Theory]
    [InlineData("period", "2025-Q5", "2025-Q5")]
    [InlineData("report", "../../etc", "../../etc")]
    [InlineData("cutoff", "2026-02-30", "2026-02-30")]
    [InlineData("edition", "secret", "secret")]
    [InlineData("language", "xx", "xx")]
    [InlineData("accept", null, "")]
    public void An_order_that_makes_no_sense_is_told_with_what_would(string field, string? value, string told)
    {
        using var answer = office.As(Role.Official).Post("/office/new", Order((field, value ?? new string('x', 501))));
        var page = TestPerson.TextOf(answer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("<title>Error: Build reports", page, StringComparison.Ordinal);
        Assert.Contains("There is a problem", page, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"#{field}\">", page, StringComparison.Ordinal);
        Assert.Matches($" id=\"{field}\"[^>]* aria-invalid=\"true\"", page);
        // An option of the command line; tokens of forms hold two hyphens too.
        Assert.DoesNotMatch(@"(?<![\w-])--[a-z]", page.Split("<main")[1].Split("</main>")[0]);
        Assert.DoesNotContain(
            office.Log,
            entry =>
                entry.Act == "build-asked"
                && entry.What.Contains(told.Length > 0 ? told : "xxx", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void What_the_auditor_asked_for_is_no_business_of_officials()
    {
        using var own = new TestOffice();
        var id = TestPerson.JobOf(
            own.As(Role.Auditor).Post("/audit/releases/nap-progress/2025-Q4/public-en/v1?handler=rebuild")
        );
        using var seen = own.As(Role.Official).Get($"/office/jobs/{id}");
        own.As(Role.Official).Post($"/office/jobs/{id}?handler=cancel", HttpStatusCode.NotFound);

        Assert.Equal(HttpStatusCode.NotFound, seen.StatusCode);
        Assert.Equal(JobState.Done, own.Ended(id).State);
    }

    [Fact]
    public void Progress_is_told_to_a_script()
    {
        var official = office.As(Role.Official);
        var id = Jobs.Add(
            office.Office.State,
            Users.All(office.Office.State).First(user => user.Role == Role.Official),
            JobKind.Build,
            new BuildOrder(["response-times"], "2024", null, "public", "en", false, null, null, null)
        );
        Assert.Equal(JobState.Failed, office.Ended(id).State);

        using var progress = JsonDocument.Parse(official.Text($"/office/jobs/{id}/progress"));

        Assert.Equal("failed", progress.RootElement.GetProperty("state").GetString());
        Assert.Contains("RE321", official.Text($"/office/jobs/{id}"), StringComparison.Ordinal);
    }
}
