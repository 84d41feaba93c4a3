using ReportEngine.Cases;

namespace ReportEngine.Tests.Cases;

/// <summary>What is said of rows that supersede other rows.</summary>
public sealed class ImportCorrections : IDisposable
{
    private const string Submitted = "2025-07-02T10:00:00Z";
    private const string Expected =
        "Expected: another row of the same referral_id, corrected once and not in a circle.";

    private readonly CsvFolder folder = new();

    public ImportCorrections()
    {
        folder.Referral("x", Submitted);
        folder.Referral("x", Submitted);
    }

    [Fact]
    public void A_correction_may_be_corrected_again()
    {
        Events((1, null), (1, 1), (1, 2), (1, 3));
        Assert.True(File.Exists(folder.Import()));
    }

    [Fact]
    public void An_event_supersedes_another_event_of_the_same_referral()
    {
        Events((1, null), (1, 2), (2, 1));
        Assert.Equal(
            [
                "referral_event.csv(3,10): error RE119: supersedes_event_id '2' is the row itself. " + Expected,
                "referral_event.csv(4,10): error RE119: supersedes_event_id '1' is a row of referral_id 1, not "
                    + "of referral_id 2. "
                    + Expected,
            ],
            folder.Problems()
        );
    }

    [Fact]
    public void Two_events_that_supersede_each_other_are_refused()
    {
        Events((1, 2), (1, 1));
        Assert.Equal(
            [
                "referral_event.csv(2,10): error RE119: supersedes_event_id '2' is in a circle of rows that "
                    + "supersede each other. "
                    + Expected,
                "referral_event.csv(3,10): error RE119: supersedes_event_id '1' is in a circle of rows that "
                    + "supersede each other. "
                    + Expected,
            ],
            folder.Problems()
        );
    }

    [Fact]
    public void A_circle_of_three_is_refused_beside_a_sound_chain()
    {
        Events((1, null), (1, 1), (1, 5), (1, 3), (1, 4));
        Assert.Equal([4, 5, 6], Lines("in a circle"));
    }

    [Fact]
    public void Two_rows_that_supersede_the_same_row_are_refused()
    {
        Events((1, null), (1, 1), (1, 1));
        Assert.Equal(
            [
                "referral_event.csv(4,10): error RE119: supersedes_event_id '1' is superseded by another row already. "
                    + Expected,
            ],
            folder.Problems()
        );
    }

    [Fact]
    public void A_chain_that_begins_with_a_refused_row_is_no_circle()
    {
        folder.With(
            "referral_event",
            new { at = Submitted, kind = "nod" },
            new { at = Submitted, supersedes_event_id = 1 },
            new { at = Submitted, supersedes_event_id = 2 }
        );
        Assert.Contains("RE111: kind 'nod'", Assert.Single(folder.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_table_with_corrections_is_under_the_rule()
    {
        var tables = Schema
            .Tables.Where(table =>
                table.Columns.Any(column => column.Name.StartsWith("supersedes_", StringComparison.Ordinal))
            )
            .ToList();
        Assert.Equal(["nap_value", "referral_event"], tables.Select(table => table.Name).Order(StringComparer.Ordinal));
        Assert.All(
            tables,
            table => Assert.Contains(ImportRules.All, rule => rule.Code == "RE119" && rule.Table == table.Name)
        );
        Assert.Equal(
            ["indicator_id", "agency_id", "quarter"],
            tables.Single(table => table.Name == "nap_value").Case.Select(column => column.Name)
        );
        Assert.Equal(
            ["referral_id"],
            tables.Single(table => table.Name == "referral_event").Case.Select(column => column.Name)
        );
    }

    public void Dispose() => folder.Dispose();

    private void Events(params (int Referral, int? Supersedes)[] events)
    {
        foreach (var (referral, supersedes) in events)
        {
            folder.With(
                "referral_event",
                new
                {
                    referral_id = referral,
                    at = Submitted,
                    supersedes_event_id = supersedes,
                }
            );
        }
    }

    private int[] Lines(string words) =>
        [
            .. folder
                .Problems()
                .Where(problem => problem.Contains(words, StringComparison.Ordinal))
                .Select(problem =>
                    int.Parse(
                        problem.AsSpan("referral_event.csv(".Length, 1),
                        System.Globalization.CultureInfo.InvariantCulture
                    )
                ),
        ];
}
