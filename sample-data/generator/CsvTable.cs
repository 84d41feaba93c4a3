using System.Globalization;
using System.Text;

namespace ReportEngine.SampleData;

/// <summary>
/// One table as a CSV file: UTF-8 without a mark, '\n' at line ends, nothing between commas for NULL.
/// </summary>
public sealed class CsvTable
{
    private readonly StringBuilder text = new();
    private readonly int columns;

    public CsvTable(string name, string header)
    {
        Name = name;
        columns = header.Split(',').Length;
        text.Append(header).Append('\n');
    }

    public string Name { get; }

    public int Count { get; private set; }

    public string Text => text.ToString();

    /// <summary>A table whose rows are written down as they stand, header first.</summary>
    public static CsvTable Of(string name, string rows)
    {
        var lines = rows.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var table = new CsvTable(name, lines[0]);
        foreach (var line in lines.Skip(1))
        {
            table.text.Append(line).Append('\n');
            table.Count++;
        }
        return table;
    }

    public void Add(params object?[] values)
    {
        if (values.Length != columns)
        {
            throw new InvalidOperationException(Name + ".csv: a row does not have as many values as the header.");
        }
        text.AppendJoin(',', values.Select(Written)).Append('\n');
        Count++;
    }

    public void Write(string folder) =>
        File.WriteAllText(
            Path.Combine(folder, Name + ".csv"),
            Text,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
        );

    private static string Written(object? value) =>
        value switch
        {
            null => "",
            DateTime instant => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            string word => Quoted(word),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new InvalidOperationException("No way to write a " + value.GetType().Name + "."),
        };

    private static string Quoted(string word) =>
        word.AsSpan().IndexOfAny(",\"\n\r") < 0
            ? word
            : "\"" + word.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
