namespace ReportEngine.Cases;

/// <summary>A point of a plan; <see cref="ShortText"/> is null while nobody has confirmed its wording.</summary>
public sealed record NapPoint
{
    public required string PointId { get; init; }

    public required string PlanId { get; init; }

    public required string PlanName { get; init; }

    public required long Number { get; init; }

    public string? ShortText { get; init; }

    public required string TextStatus { get; init; }

    public required long ConcernsOnline { get; init; }
}

/// <summary>An indicator with its target; shares are fractions from 0 to 1, thresholds per cent of progress.</summary>
public sealed record NapIndicator
{
    public required string IndicatorId { get; init; }

    public required string PointId { get; init; }

    public required string Name { get; init; }

    public required string Unit { get; init; }

    public required string UnitDescription { get; init; }

    public string? MetricId { get; init; }

    public required string Direction { get; init; }

    public required string Owner { get; init; }

    public double? BaselineValue { get; init; }

    public string? BaselineOn { get; init; }

    public double? TargetValue { get; init; }

    public string? TargetOn { get; init; }

    public double? Green { get; init; }

    public double? Amber { get; init; }

    public double? Red { get; init; }
}

/// <summary>A return that a unit owed for an indicator in one quarter.</summary>
public sealed record NapReturn
{
    public required string IndicatorId { get; init; }

    /// <summary>The unit that owes it.</summary>
    public required string Agency { get; init; }

    public required string Quarter { get; init; }

    /// <summary>What it reports; null while it has not been received.</summary>
    public double? Value { get; init; }
}

/// <summary>A milestone and the last status known.</summary>
public sealed record NapMilestone
{
    public required string PointId { get; init; }

    public required string Title { get; init; }

    public required string Owner { get; init; }

    public required string DueOn { get; init; }

    public required string Status { get; init; }

    public string? StatusAt { get; init; }
}

/// <summary>All the plan's rows that a run needs.</summary>
public sealed record NapRows(
    IReadOnlyList<NapPoint> Points,
    IReadOnlyList<NapIndicator> Indicators,
    IReadOnlyList<NapReturn> Returns,
    IReadOnlyList<NapMilestone> Milestones
)
{
    /// <summary>
    /// The point of an id that an indicator, a milestone or a figure names; references are checked on opening.
    /// </summary>
    public NapPoint PointOf(string pointId) => Points.First(point => point.PointId == pointId);

    internal const string PointsSql = """
        SELECT p.point_id, p.plan_id, n.name AS plan_name, p.number, p.short_text, p.text_status, p.concerns_online
        FROM nap_point p JOIN nap_plan n ON n.plan_id = p.plan_id
        ORDER BY p.plan_id, p.number
        """;

    internal const string IndicatorsSql = """
        SELECT i.indicator_id, i.point_id, i.name, i.unit, i.unit_description, i.metric_id, i.direction,
            a.name AS owner,
               t.baseline_value, t.baseline_on, t.target_value, t.target_on, t.green, t.amber, t.red
        FROM nap_indicator i
        JOIN agency a ON a.agency_id = i.owner_agency_id
        LEFT JOIN nap_target t ON t.indicator_id = i.indicator_id
        ORDER BY i.point_id, i.indicator_id
        """;

    /// <summary>
    /// A unit owes a return for every quarter that was over by the cut-off, from the one its duty began in.
    /// </summary>
    internal const string ReturnsSql = """
        WITH RECURSIVE quarter (start) AS (
            SELECT date(min(due_from), 'start of month', '-' || ((strftime('%m', min(due_from)) - 1) % 3) || ' months')
                FROM nap_reporting_unit
            UNION ALL
            SELECT date(start, '+3 months') FROM quarter WHERE date(start, '+3 months') < date(@known, '+5 hours')),
        owed AS (
            SELECT u.indicator_id, u.agency_id, u.unit_id, strftime('%Y', q.start) || '-Q'
                || ((strftime('%m', q.start) + 2) / 3) AS quarter
            FROM quarter q JOIN nap_reporting_unit u ON u.due_from < date(q.start, '+3 months')
            WHERE date(q.start, '+3 months') <= date(@known, '+5 hours', '+1 day'))
        SELECT u.indicator_id, a.name AS agency, u.quarter, v.value
        FROM owed u
        JOIN agency a ON a.agency_id = u.agency_id
        LEFT JOIN nap_value v ON v.indicator_id = u.indicator_id AND v.agency_id = u.agency_id AND v.quarter = u.quarter
             AND v.recorded_at <= @known
             AND NOT EXISTS (SELECT 1 FROM nap_value c WHERE c.supersedes_value_id = v.value_id
                 AND c.recorded_at <= @known)
        ORDER BY u.indicator_id, u.quarter, u.unit_id
        """;

    internal const string MilestonesSql = """
        SELECT m.point_id, m.title, a.name AS owner, m.due_on,
               coalesce((SELECT e.status FROM nap_milestone_event e WHERE e.milestone_id = m.milestone_id
                         AND e.recorded_at <= @known AND e.at <= @known
                         ORDER BY e.at DESC, e.milestone_event_id DESC LIMIT 1), 'not_started') AS status,
               (SELECT date(max(e.at), '+5 hours') FROM nap_milestone_event e WHERE e.milestone_id = m.milestone_id
                AND e.recorded_at <= @known AND e.at <= @known) AS status_at
        FROM nap_milestone m JOIN agency a ON a.agency_id = m.owner_agency_id
        ORDER BY m.point_id, m.due_on, m.milestone_id
        """;
}
