namespace ReportEngine.Figures;

/// <summary>The scale a 95 % interval of a curve is symmetric on, before it is turned back into a share.</summary>
public enum IntervalScale
{
    /// <summary>S ± z·S·√V.</summary>
    Plain,

    /// <summary>S·exp(±z·√V); the scale R's survfit takes when none is named.</summary>
    Log,

    /// <summary>S^exp(±z·√V / |ln S|); never leaves 0 to 1, so the scale for shares within a time.</summary>
    LogLog,
}
