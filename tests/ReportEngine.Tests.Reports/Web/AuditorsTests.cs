using ReportEngine.Web.State;

namespace ReportEngine.Tests.Reports.Web;

/// <summary>What auditors do: from a figure to its rows, a release built again, the log.</summary>
public sealed class AuditorsTests(TestOffice office) : IClassFixture<TestOffice>
{
    private const string Release = "/releases/quarterly-transparency/2025-Q4/public-en/v1";

    private readonly TestPerson auditor = office.As(Role.Auditor);

    /// <summary>923 referrals of the quarter, 613 of them actioned; the counts of the sample data's README.</summary>
    [Fact]
    public void A_figure_leads_to_the_rows_it_was_counted_from()
    {
        Assert.Contains(
            "OUT.02 Acted on, of all referrals",
            auditor.Text("/audit" + Release),
            StringComparison.Ordinal
        );
        var page = auditor.Text(
            "/audit/trace/OUT.02?release=quarterly-transparency/2025-Q4/public-en/v1&codes=&period=2025-Q4"
        );

        Assert.Contains("613 of 923 (66 %)", page, StringComparison.Ordinal);
        Assert.Contains("923 keys:", page, StringComparison.Ordinal);
        Assert.Contains("All referrals: 500 of 923 rows", page, StringComparison.Ordinal);
        Assert.Contains("Query: a row for each referral_id", page, StringComparison.Ordinal);
        Assert.Contains("SELECT", page, StringComparison.Ordinal);
        Assert.Contains(
            office.Log,
            entry =>
                entry is { Who: "auditor", Act: "traced" }
                && entry.What.StartsWith("figure OUT.02", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Every_figure_of_a_release_has_a_page_that_leads_to_rows()
    {
        var page = auditor.Text("/audit" + Release);
        var addresses = System
            .Text.RegularExpressions.Regex.Matches(page, "/audit/trace/[^\"]+")
            .Select(match => match.Value)
            .ToList();

        Assert.True(addresses.Count > 30, addresses.Count + " figures");
        Assert.All(
            addresses.Take(6).Concat(addresses.TakeLast(6)),
            address => Assert.Contains("Its figures", auditor.Text(address), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Rows_that_are_not_those_of_the_release_are_told()
    {
        using var own = new TestOffice();
        File.Delete(own.Office.Cases);
        var copy = Sample.TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Installation.Find().SampleData, "*.csv"))
        {
            var lines = File.ReadAllLines(file);
            File.WriteAllLines(
                Path.Combine(copy, Path.GetFileName(file)),
                Path.GetFileName(file) == "verification.csv" ? lines.SkipLast(1) : lines
            );
        }
        ReportEngine.Cases.Import.Folder(copy, own.Office.Cases);
        using var answer = own.As(Role.Auditor)
            .Get("/audit/trace/OUT.02?release=quarterly-transparency/2025-Q4/public-en/v1");

        Assert.Contains("RE546", TestPerson.TextOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_is_verified_where_it_is_and_built_again_in_the_background()
    {
        using var verified = auditor.Post("/audit" + Release + "?handler=verify");
        Assert.Contains("Nothing was changed:", TestPerson.TextOf(verified), StringComparison.Ordinal);

        var id = TestPerson.JobOf(auditor.Post("/audit" + Release + "?handler=rebuild"));
        var job = office.Ended(id);

        Assert.True(job.State == JobState.Done, job.Problems);
        Assert.Contains("the same when built again", auditor.Text($"/audit/jobs/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_log_is_shown_with_its_head_and_told_when_it_was_changed()
    {
        using var own = new TestOffice();
        var person = own.As(Role.Auditor);
        var head = ActivityLog.Read(own.Office.State).Head;
        Assert.Contains("The chain holds", person.Text("/audit/log"), StringComparison.Ordinal);
        Assert.Contains(
            "and the head you gave is in it",
            person.Text("/audit/log?head=" + head),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "No line has the digest",
            person.Text("/audit/log?head=" + new string('a', 64)),
            StringComparison.Ordinal
        );
        var lines = person.Text("/audit/log.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("\"act\":\"log-read\"", lines[^1], StringComparison.Ordinal);

        using var connection = new Microsoft.Data.Sqlite.SqliteConnection(
            "Data Source=" + Path.Combine(own.Office.Folder, ReportEngine.Web.Office.StateFile)
        );
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "DROP TRIGGER log_is_not_changed; UPDATE log SET line = replace(line, 'official', 'somebody') WHERE "
            + "sequence = 1";
        command.ExecuteNonQuery();

        var page = person.Text("/audit/log");
        Assert.Contains("The log has been changed.", page, StringComparison.Ordinal);
        Assert.Contains("log, line 1", page, StringComparison.Ordinal);
    }
}
