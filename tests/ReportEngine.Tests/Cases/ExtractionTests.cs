using NodaTime;
using ReportEngine.Cases;
using ReportEngine.Languages;
using ReportEngine.Releases;

namespace ReportEngine.Tests.Cases;

/// <summary>Nothing can be known after the register was extracted.</summary>
public sealed class ExtractionTests : IDisposable
{
    private readonly CsvFolder folder = new();

    [Theory]
    [InlineData("2026-01-16")]
    [InlineData("2027-05-01")]
    public void A_cut_off_after_the_extraction_is_refused(string asOf)
    {
        var refused = Assert.Throws<ReportException>(() => CaseFile.Open(folder.Import(), CutOff.TryParse(asOf)));

        Assert.Equal((ExitCode.WrongUsage, "RE323"), (refused.ExitCode, refused.Problems[0].Code));
        Assert.Contains("2026-01-15", refused.Problems[0].Expected, StringComparison.Ordinal);
    }

    /// <summary>Extracted at 10:00 in Karachi: what is open has been so until then, not until midnight.</summary>
    [Fact]
    public void The_day_of_the_extraction_means_its_instant()
    {
        folder.WithNone("dataset");
        folder.With(
            "dataset",
            new
            {
                dataset_id = "test",
                title = "Test",
                office = "Office",
                contact = "Desk",
                baseline_on = "2025-01-01",
                extracted_at = "2026-01-15T05:00:00Z",
                invented = 1,
            }
        );
        using var cases = CaseFile.Open(folder.Import(), CutOff.TryParse("2026-01-15"));

        Assert.Equal("2026-01-15T05:00:00Z", cases.CutOff.Text);
        Assert.Equal("10:00:00 on 15 January 2026", new NumberStyle(Language.English).Moment(cases.CutOff));
    }

    [Fact]
    public void An_earlier_day_means_its_end()
    {
        using var cases = CaseFile.Open(folder.Import(), CutOff.TryParse("2026-01-14"));

        Assert.Equal("2026-01-14T18:59:59Z", cases.CutOff.Text);
        Assert.Equal("the end of 14 January 2026", new NumberStyle(Language.English).Moment(cases.CutOff));
    }

    /// <summary>Released on 20 January 2026 in Karachi, of a quarter that ends in March.</summary>
    [Fact]
    public void A_next_update_before_the_release_and_a_final_release_of_an_open_period_are_refused_together()
    {
        var releasing = new Releasing(
            ReleaseStore.Open(Sample.TemporaryFolder()),
            IsFinal: true,
            Instant.FromUtc(2026, 1, 20, 4, 30),
            new LocalDate(2026, 1, 20),
            null
        );
        var cutOff = CutOff.TryParse("2026-01-15")!;

        var refused = Assert.Throws<ReportException>(() => releasing.Require(Period.TryParse("2026-Q1")!, cutOff));

        Assert.Equal(ExitCode.WrongUsage, refused.ExitCode);
        Assert.Equal(["RE408", "RE409"], refused.Problems.Select(problem => problem.Code));
        (releasing with { NextUpdate = new LocalDate(2026, 1, 21) }).Require(Period.TryParse("2025-Q4")!, cutOff);
    }

    public void Dispose() => folder.Dispose();
}
