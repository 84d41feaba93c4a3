namespace ReportEngine.Checking.Reading;

/// <summary>
/// The most a workbook may hold to be read. Real publications stay far below; a file made to exhaust the reader stops
/// here within seconds.
/// </summary>
internal static class CheckLimits
{
    public const int FileBytes = 64 << 20;
    public const int Parts = 5000;
    public const long UnpackedBytes = 200L << 20;
    public const int SmallPartBytes = 8 << 20;
    public const int Depth = 64;

    /// <summary>
    /// Unpacked bytes a packed byte may give, in parts of more than <see cref="RatioMatters"/> bytes.
    /// </summary>
    public const long Ratio = 200;
    public const long RatioMatters = 1 << 20;

    /// <summary>Cells, strings, merges, widths and links together.</summary>
    public const int Items = 500_000;

    /// <summary>Characters in all cells, a shared string counted as often as it is used.</summary>
    public const int Characters = 8_000_000;

    public const int CellCharacters = 32_767;
    public const int Sheets = 1000;
    public const int Tables = 256;
    public const int LastRow = 1_048_576;
    public const int LastColumn = 16_384;
}
