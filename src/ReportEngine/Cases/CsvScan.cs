namespace ReportEngine.Cases;

/// <summary>
/// Reads the bytes of a CSV once before anything is parsed: UTF-8 without faults, quotes that open and close, rows of
/// a bounded length. What passes here is read alike by every CSV reader, and in little memory.
/// </summary>
internal sealed class CsvScan
{
    /// <summary>More than the longest row a table can have.</summary>
    public const int LongestRow = 1_000_000;

    private readonly List<(int Line, int Column, Finding Finding)> faults = [];
    private At at = At.FieldStart;
    private int line = 1;
    private int column = 1;
    private (int Line, int Column) opened;
    private int rowLength;
    private int lastFaultLine;
    private bool carriageReturn;
    private readonly Utf8Check utf8 = new();

    private enum At
    {
        FieldStart,
        Plain,
        Quoted,
        QuoteInQuoted,
    }

    /// <summary>The faults of the file, one a line, up to the first byte that is not UTF-8.</summary>
    public static IReadOnlyList<(int Line, int Column, Finding Finding)> Of(Stream stream)
    {
        var scan = new CsvScan();
        var buffer = new byte[128 * 1024];
        var first = true;
        for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer), first = false)
        {
            if (first && buffer.AsSpan(0, read) is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            {
                return [(1, 1, ImportFindings.Utf16())];
            }
            var mark = first && buffer.AsSpan(0, read) is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
            if (!scan.Take(buffer.AsSpan(mark, read - mark)) || scan.faults.Count > Import.MostProblems)
            {
                return scan.faults;
            }
        }
        scan.End();
        return scan.faults;
    }

    private bool Take(ReadOnlySpan<byte> bytes)
    {
        foreach (var found in bytes)
        {
            if (!utf8.Takes(found))
            {
                faults.Add((line, column, ImportFindings.WrongByte(found)));
                return false;
            }
            if (++rowLength > LongestRow)
            {
                faults.Add((line, column, ImportFindings.RowTooLong(LongestRow)));
                return false;
            }
            if (carriageReturn && found != '\n')
            {
                Fault("A carriage return stands alone.");
            }
            carriageReturn = found == '\r' && at != At.Quoted;
            Step(found);
        }
        return true;
    }

    private void Step(byte found)
    {
        switch (found)
        {
            case (byte)'"':
                Quote();
                break;
            case (byte)',' when at != At.Quoted:
                at = At.FieldStart;
                column++;
                break;
            case (byte)'\n':
                line++;
                if (at != At.Quoted)
                {
                    (at, column, rowLength) = (At.FieldStart, 1, 0);
                }
                break;
            case (byte)'\r':
                break;
            default:
                if (at == At.QuoteInQuoted)
                {
                    Fault("Text follows a closing quote.");
                }
                at = at == At.Quoted ? At.Quoted : At.Plain;
                break;
        }
    }

    private void Quote()
    {
        if (at == At.FieldStart)
        {
            opened = (line, column);
        }
        else if (at == At.Plain)
        {
            Fault("A quote stands inside a value that is not quoted.");
        }
        at = at switch
        {
            At.Quoted => At.QuoteInQuoted,
            At.Plain => At.Plain,
            _ => At.Quoted,
        };
    }

    private void End()
    {
        if (at == At.Quoted)
        {
            (line, column) = opened;
            Fault("A quote is opened and not closed.");
        }
        else if (utf8.IsInside)
        {
            faults.Add((line, column, ImportFindings.CutCharacter()));
        }
        else if (carriageReturn)
        {
            Fault("A carriage return stands alone.");
        }
    }

    private void Fault(string found)
    {
        if (lastFaultLine != line)
        {
            faults.Add((line, column, ImportFindings.Quoting(found)));
            lastFaultLine = line;
        }
    }
}
