using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace ReportEngine.Cases;

/// <summary>
/// The rows of a CSV that <see cref="CsvScan"/> found sound, each with the physical line it begins on.
/// </summary>
internal sealed class CsvTable : IDisposable
{
    private readonly Stream stream;
    private readonly StreamReader reader;
    private readonly CsvParser parser;
    private int nextLine = 1;

    public CsvTable(Stream stream)
    {
        this.stream = stream;
        stream.Position = 0;
        reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), true, 64 * 1024);
        parser = new CsvParser(
            reader,
            new CsvConfiguration(CultureInfo.InvariantCulture) { IgnoreBlankLines = false, BadDataFound = null }
        );
    }

    public int Line { get; private set; }

    public string[] Fields { get; private set; } = [];

    public long BytesRead => stream.Position;

    /// <summary>Goes to the next row that is not blank.</summary>
    public bool Read()
    {
        while (parser.Read())
        {
            Fields = parser.Record!;
            Line = nextLine;
            nextLine++;
            foreach (var field in Fields)
            {
                nextLine += field.AsSpan().Count('\n');
            }
            if (Fields.Length > 1 || Fields[0].Length > 0)
            {
                return true;
            }
        }
        return false;
    }

    public void Dispose()
    {
        parser.Dispose();
        reader.Dispose();
    }
}
