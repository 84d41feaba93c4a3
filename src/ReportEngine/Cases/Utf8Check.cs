namespace ReportEngine.Cases;

/// <summary>Byte by byte: the well-formed sequences of the Unicode Standard, table 3-7.</summary>
internal sealed class Utf8Check
{
    private const byte FirstContinuation = 0x80;
    private const byte LastContinuation = 0xBF;

    private int expected;
    private byte low = FirstContinuation;
    private byte high = LastContinuation;

    /// <summary>In the middle of a character.</summary>
    public bool IsInside => expected > 0;

    /// <summary>False at the first byte that cannot follow.</summary>
    public bool Takes(byte found)
    {
        if (expected > 0)
        {
            var fits = found >= low && found <= high;
            (low, high) = (FirstContinuation, LastContinuation);
            expected--;
            return fits;
        }
        if (found < FirstContinuation)
        {
            return true;
        }
        (expected, low, high) = found switch
        {
            >= 0xC2 and <= 0xDF => (1, FirstContinuation, LastContinuation),
            0xE0 => (2, (byte)0xA0, LastContinuation),
            0xED => (2, FirstContinuation, (byte)0x9F),
            >= 0xE1 and <= 0xEF => (2, FirstContinuation, LastContinuation),
            0xF0 => (3, (byte)0x90, LastContinuation),
            >= 0xF1 and <= 0xF3 => (3, FirstContinuation, LastContinuation),
            0xF4 => (3, FirstContinuation, (byte)0x8F),
            _ => (0, FirstContinuation, LastContinuation),
        };
        return expected > 0;
    }
}
