namespace ReportEngine.Checking.Reading;

/// <summary>An unpacked part; what it truly gives is counted, whatever size the archive claims.</summary>
internal sealed class BudgetedStream(Stream source, ReadBudget budget, int most = int.MaxValue) : Stream
{
    private long _given;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Counted(source.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Counted(source.Read(buffer));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }
        base.Dispose(disposing);
    }

    private int Counted(int bytes)
    {
        _given += bytes;
        budget.SpendBytes(bytes);
        budget.Stop(_given > most, "A part that is no sheet unpacks to too many bytes.", most);
        return bytes;
    }
}
