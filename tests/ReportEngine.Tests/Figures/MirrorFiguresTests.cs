using ReportEngine.Figures;
using ReportEngine.Tests.Cases;

namespace ReportEngine.Tests.Figures;

/// <summary>Accounts that came back, by hand: actions on 1 July, accounts seen after, before and elsewhere.</summary>
public sealed class MirrorFiguresTests
{
    private static readonly Lazy<string> Database = new(() =>
    {
        var folder = new CsvFolder();
        for (var number = 1; number <= 4; number++)
        {
            folder.Referral("x", "2025-06-30T20:00:00Z", "removed_global", "2025-07-01T00:00:00Z");
            folder.With(
                "referral_event",
                new
                {
                    referral_id = number,
                    at = "2025-07-01T00:00:00Z",
                    kind = "effect",
                }
            );
        }
        return folder
            .With(
                "subject",
                Seen(11, "x", "2025-07-31T00:00:00Z"),
                Seen(12, "x", "2025-07-31T00:00:01Z"),
                Seen(13, "telegram", "2025-07-10T00:00:00Z"),
                Seen(14, "x", "2025-07-05T00:00:00Z"),
                Seen(15, "x", "2025-07-20T00:00:00Z"),
                Seen(16, "x", "2025-08-20T00:00:00Z")
            )
            .With(
                "subject_link",
                Link(11, 1),
                Link(12, 2),
                Link(13, 3, "displaced_to"),
                Link(14, 4, confidence: "possible"),
                Link(15, 14, "backup_of"),
                Link(16, 11)
            )
            .Import();
    });

    [Fact]
    public void A_mirror_on_the_thirtieth_day_counts_a_second_later_not_and_a_possible_link_never() =>
        Assert.Equal(new Share(1, 4), Quantity("MIR.02"));

    [Fact]
    public void An_account_on_another_platform_is_displacement() => Assert.Equal(new Share(1, 4), Quantity("MIR.06"));

    [Fact]
    public void Actions_younger_than_thirty_days_are_in_neither_number() =>
        Assert.Equal(
            new Share(0, 0),
            Sample.With("2025-Q3", "2025-07-30", set => set.One("MIR.02").Quantity, Database.Value)
        );

    [Fact]
    public void A_mirror_of_a_mirror_has_depth_two()
    {
        Assert.Equal(new Measured(4 / 3.0, false), Quantity("MIR.04", (Dimension.Statistic, "mean")));
        Assert.Equal(new Count(2), Quantity("MIR.04", (Dimension.Statistic, "max")));
    }

    [Fact]
    public void A_linked_account_seen_before_any_action_on_the_other_is_parallel() =>
        Assert.Equal(new Count(2), Quantity("MIR.05"));

    private static object Seen(int id, string service, string at) =>
        new
        {
            subject_id = id,
            service_id = service,
            first_seen_at = at,
            first_detected_at = at,
        };

    private static object Link(int from, int to, string kind = "mirror_of", string confidence = "confirmed") =>
        new
        {
            from_subject_id = from,
            to_subject_id = to,
            kind,
            confidence,
            decided_at = "2025-08-21T00:00:00Z",
        };

    private static Quantity Quantity(string id, params (Dimension, string)[] values) =>
        Sample.With("2025-Q3", null, set => set.One(id, values).Quantity, Database.Value);
}
