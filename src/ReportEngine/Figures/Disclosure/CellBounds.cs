namespace ReportEngine.Figures;

/// <summary>
/// What a withheld count can be at least and at most, both ends included; without a high end there is no most.
/// </summary>
public readonly record struct CellBounds(long Low, long? High)
{
    public bool IsPinned => Low == High;
}
