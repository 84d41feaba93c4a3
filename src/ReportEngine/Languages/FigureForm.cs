namespace ReportEngine.Languages;

/// <summary>How a figure stands in a sentence.</summary>
public enum FigureForm
{
    /// <summary>With all it has: "256 of 569 (45 %)", "42 hours", "137".</summary>
    Whole,

    /// <summary>What was counted, without what it was counted out of: "256"; of other figures, all.</summary>
    Number,

    /// <summary>Out of how many: "569".</summary>
    OutOf,

    /// <summary>"256 of 569", before the name of what is counted.</summary>
    Counts,

    /// <summary>After that name: " (45 %)"; nothing where no per cent is given.</summary>
    Bracket,

    /// <summary>"45 %" alone, beside another; where no per cent is given, the counts.</summary>
    Percent,

    /// <summary>
    /// The interval after a time, in its unit: " (95 % interval 38 to 47)"; nothing where there is
    /// none.
    /// </summary>
    Interval,
}
