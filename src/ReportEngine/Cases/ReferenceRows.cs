using NodaTime;
using NodaTime.Text;

namespace ReportEngine.Cases;

/// <summary>
/// What reports say that is no count of cases: the plan, what platforms did about each ask, what they report
/// themselves.
/// </summary>
public sealed record ReferenceRows(
    NapRows Nap,
    IReadOnlyList<AskRow> Asks,
    IReadOnlyList<CommitmentRow> Commitments,
    IReadOnlyList<SelfReport> SelfReports,
    IReadOnlyList<SeriesBreak> Breaks,
    IReadOnlyList<StatutoryLimit> Limits,
    IReadOnlyList<WorkRow> Work
)
{
    internal const string AsksSql =
        "SELECT ask_id, asked_on FROM platform_ask WHERE asked_on <= date(@known, '+5 hours') ORDER BY ask_id";

    internal const string CommitmentsSql = """
        SELECT e.platform_id, e.ask_id, e.status, date(e.at, '+5 hours') AS evidence_on, e.verified
        FROM commitment_event e
        WHERE e.commitment_event_id = (SELECT x.commitment_event_id FROM commitment_event x
            WHERE x.platform_id = e.platform_id AND x.ask_id = e.ask_id AND x.recorded_at <= @known AND x.at <= @known
            ORDER BY x.at DESC, x.commitment_event_id DESC LIMIT 1)
        ORDER BY e.platform_id, e.ask_id
        """;

    internal const string BreaksSql =
        "SELECT metric_id, starts_on, reason, source_url FROM series_break WHERE starts_on <= date(@known, '+5 "
        + "hours') ORDER BY starts_on, break_id";

    internal const string LimitsSql =
        "SELECT basis, hours, instrument, valid_from, valid_to, source_url FROM statutory_limit "
        + "ORDER BY hours, limit_id";

    internal const string SelfReportsSql =
        "SELECT platform_id, period, country, metric, value, source_url FROM platform_selfreport ORDER BY "
        + "platform_id, period, metric";
}

/// <summary>Something asked of platforms, and the day it was asked.</summary>
public sealed record AskRow
{
    public required string AskId { get; init; }

    public required string AskedOn { get; init; }
}

/// <summary>From a day on, figures count something else than before.</summary>
public sealed record SeriesBreak
{
    /// <summary>Null: all figures of referrals.</summary>
    public string? MetricId { get; init; }

    public required string StartsOn { get; init; }

    public required string Reason { get; init; }

    /// <summary>Null where no source has been seen.</summary>
    public string? SourceUrl { get; init; }

    public LocalDate Start => LocalDatePattern.Iso.Parse(StartsOn).Value;

    /// <summary>The break falls into the period: from then on, something else is counted.</summary>
    public bool IsIn(Period period, string metricId) =>
        (MetricId is null || MetricId == metricId) && period.Start <= Start && Start < period.End;

    /// <summary>
    /// The two periods, one after the other, are not counted alike: the break lies between them or within either.
    /// </summary>
    public bool Parts(Period before, Period now, string metricId) =>
        (MetricId is null || MetricId == metricId) && before.Start < Start && Start < now.End;
}

/// <summary>Within how many hours a kind of direction has to be answered, and by which instrument.</summary>
public sealed record StatutoryLimit
{
    public required string Basis { get; init; }

    public required long Hours { get; init; }

    public required string Instrument { get; init; }

    public required string ValidFrom { get; init; }

    /// <summary>The first day it is no longer in force, as in the schema; null while it has no end.</summary>
    public string? ValidTo { get; init; }

    /// <summary>Null where no source has been seen.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>On some day of the period.</summary>
    public bool IsInForce(Period period) =>
        LocalDatePattern.Iso.Parse(ValidFrom).Value < period.End
        && (ValidTo is not { } end || LocalDatePattern.Iso.Parse(end).Value > period.Start);
}

/// <summary>The last thing known about one ask and one platform, and the day of the evidence in Karachi.</summary>
public sealed record CommitmentRow
{
    public required string PlatformId { get; init; }

    public required string AskId { get; init; }

    public required string Status { get; init; }

    public required string EvidenceOn { get; init; }

    public required long Verified { get; init; }
}

/// <summary>One number a platform published about requests to it; shares are fractions of 1.</summary>
public sealed record SelfReport
{
    public required string PlatformId { get; init; }

    /// <summary>2025-H2.</summary>
    public required string Period { get; init; }

    public required string Country { get; init; }

    public required string Metric { get; init; }

    public required double Value { get; init; }

    public required string SourceUrl { get; init; }
}
