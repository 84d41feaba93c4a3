using ReportEngine.Web.State;

namespace ReportEngine.Tests.Reports.Web;

/// <summary>An office with a folder of templates of its own.</summary>
public sealed class OwnTemplatesTests : IDisposable
{
    private readonly string own = Sample.TemporaryFolder();
    private readonly TestOffice office;

    public OwnTemplatesTests()
    {
        File.WriteAllText(
            Path.Combine(own, "weekly.sbn-md"),
            "---\ntitle: What stands open\n---\n# Open\n\n{{ table \"pending_by_platform\" }}\n"
        );
        office = new TestOffice(options =>
            options with
            {
                Installation = options.Installation with { OwnTemplates = own },
            }
        );
    }

    [Fact]
    public void A_report_of_its_own_is_ordered_and_built_like_any_other()
    {
        Assert.Contains("What stands open", office.As(Role.Official).Text("/office/new"), StringComparison.Ordinal);

        var id = TestPerson.JobOf(office.As(Role.Official).Order(Order("en")));

        Assert.Equal(JobState.Done, office.Ended(id).State);
        Assert.Contains(
            "Waiting referrals of all periods",
            office.As(Role.Official).Text($"/office/jobs/{id}/files/weekly/weekly-2025-Q4.html"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void One_that_is_not_written_in_a_language_is_refused_in_it()
    {
        using var answer = office.As(Role.Official).Post("/office/new", Order("ur"));

        Assert.Contains("This report is not written in", TestPerson.TextOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_made_while_it_serves_is_told_with_its_place()
    {
        File.AppendAllText(Path.Combine(own, "weekly.sbn-md"), "{{ table \"pending\" }}\n");

        using var answer = office.As(Role.Official).Post("/office/new", Order("en"));

        Assert.Contains("weekly.sbn-md(7,10)", TestPerson.TextOf(answer), StringComparison.Ordinal);
    }

    public void Dispose() => office.Dispose();

    private static (string, string)[] Order(string language) =>
        [
            ("report", "weekly"),
            ("period", "2025-Q4"),
            ("cutoff", "2026-01-15"),
            ("language", language),
            ("when", "once"),
        ];
}
