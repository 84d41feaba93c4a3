namespace ReportEngine.Figures;

/// <summary>The words machines read for a unit; the value of a proportion runs from 0 to 1.</summary>
public static class FigureUnit
{
    public static string Of(Unit unit) =>
        unit switch
        {
            Unit.Count => "count",
            Unit.Followers => "followers",
            Unit.Share => "proportion",
            Unit.PerThousand => "per 1,000",
            Unit.Ratio => "ratio",
            Unit.Hours => "hours",
            Unit.Days => "days",
            Unit.Portion => "proportion",
            Unit.Estimate => "proportion",
            Unit.Change => "difference of proportions, hours or probability",
            Unit.Status => "status",
            _ => "indicator unit",
        };
}
