namespace ReportEngine.Figures;

/// <summary>The words machines read for a unit; the value of a proportion runs from 0 to 1.</summary>
public static class FigureUnit
{
    /// <summary>The one unit of a figure's value, true of it: a change has that of its part.</summary>
    public static string Of(Figure figure) =>
        figure.Metric.Unit == Unit.Change
            ? figure.CodeOf(Dimension.Change) switch
            {
                Codes.ActionRate => "difference of proportions",
                Codes.MedianTime => "hours",
                _ => "probability",
            }
        : figure.Metric.Unit == Unit.IndicatorUnit
            ? figure.Quantity switch
            {
                Share or Portion or Estimate or Measured { IsShare: true } => "proportion",
                Change { Unit: ChangeUnit.Share } => "difference of proportions",
                Hours or Change => "hours",
                Status => "status",
                _ => "indicator unit",
            }
        : Of(figure.Metric.Unit);

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
