using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.Data.Sqlite;

namespace ReportEngine.Cases;

/// <summary>Reads one CSV into its table, row by row, and says what is wrong with each row that is not taken.</summary>
internal sealed class TableImport(
    TableSchema table, string path, SqliteConnection connection, SqliteTransaction transaction, KnownRows known, ImportProblems problems)
{
    private const int UniqueCode = 1555;
    private const int RowsBetweenReports = 20_000;

    private readonly string file = Path.GetFileName(path);

    /// <summary>Rows taken.</summary>
    public long Run(Action<long, long> report)
    {
        report(0, 0);
        if (EncodingProblem() is { } encoding)
        {
            problems.Add(encoding);
            return 0;
        }
        using var stream = File.OpenRead(path);
        using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
        string? broken = null;
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = bad => broken = bad.RawRecord,
            IgnoreBlankLines = true,
        });
        if (!parser.Read() || Header(parser.Record!) is not { } order)
        {
            return 0;
        }
        using var insert = Insert();
        long rows = 0;
        while (parser.Read())
        {
            var line = parser.RawRow - (parser.RawRecord.TrimEnd('\r', '\n').Count(character => character == '\n'));
            if (broken is not null)
            {
                problems.Add(new Problem(Place(line, 1), "RE120", "The quoting of this row is broken.", "quotes around the whole value, doubled inside"));
                broken = null;
                continue;
            }
            if (Take(parser.Record!, order, line, insert))
            {
                rows++;
            }
            if (rows % RowsBetweenReports == 0)
            {
                report(rows, stream.Position);
            }
        }
        report(rows, stream.Length);
        return rows;
    }

    /// <summary>For each column of the table its index in the file; null when the header cannot be used.</summary>
    private int[]? Header(string[] header)
    {
        var names = table.Columns.Select(column => column.Name).ToList();
        var before = header.Length;
        var ok = before > 0;
        for (var index = 0; index < header.Length; index++)
        {
            if (!names.Contains(header[index], StringComparer.Ordinal))
            {
                problems.Add(new Problem(Place(1, index + 1), "RE104", "Unknown column '" + header[index] + "'.", string.Join(", ", names),
                    Nearest.Suggestion(header[index], names)));
                ok = false;
            }
            else if (Array.IndexOf(header, header[index]) < index)
            {
                problems.Add(new Problem(Place(1, index + 1), "RE105", "The column '" + header[index] + "' stands twice.", "each column once"));
                ok = false;
            }
        }
        foreach (var name in names.Where(name => !header.Contains(name, StringComparer.Ordinal)))
        {
            problems.Add(new Problem(Place(1, 1), "RE103", "The column '" + name + "' is missing.", string.Join(", ", names)));
            ok = false;
        }
        return ok ? [.. names.Select(name => Array.IndexOf(header, name))] : null;
    }

    private bool Take(string[] record, int[] order, int line, SqliteCommand insert)
    {
        if (record.Length != order.Length)
        {
            problems.Add(new Problem(Place(line, 1), "RE106", FormattableString.Invariant($"The row has {record.Length} fields."),
                FormattableString.Invariant($"{order.Length} fields")));
            return false;
        }
        var good = true;
        string? recordedAt = null;
        for (var index = 0; index < order.Length; index++)
        {
            var column = table.Columns[index];
            var text = record[order[index]];
            if (ColumnRules.Check(column, text, known) is { } finding)
            {
                problems.Add(finding.At(Place(line, order[index] + 1)));
                good = false;
            }
            insert.Parameters[index].Value = good && text.Length > 0 ? ColumnRules.Value(column, text) : DBNull.Value;
            recordedAt = column.Name == "recorded_at" ? text : recordedAt;
        }
        if (!known.Add(table, record[order[table.Columns.ToList().FindIndex(column => column.IsKey)]]))
        {
            var key = table.Columns.ToList().FindIndex(column => column.IsKey);
            problems.Add(Duplicate(line, order[key] + 1, record[order[key]]));
            return false;
        }
        if (table.Name == "dataset")
        {
            known.ExtractedAt = record[order[table.Columns.ToList().FindIndex(column => column.Name == "extracted_at")]];
        }
        return good && Write(insert, record, order, line);
    }

    private bool Write(SqliteCommand insert, string[] record, int[] order, int line)
    {
        try
        {
            insert.ExecuteNonQuery();
            return true;
        }
        catch (SqliteException error) when (error.SqliteExtendedErrorCode == UniqueCode)
        {
            var key = table.Columns.ToList().FindIndex(column => column.IsKey);
            problems.Add(Duplicate(line, order[key] + 1, record[order[key]]));
        }
        catch (SqliteException error) when (error.SqliteErrorCode == 19)
        {
            problems.Add(new Problem(Place(line, 1), "RE116", "The row breaks a rule of the table: " + error.Message, "a row that keeps it"));
        }
        return false;
    }

    private Problem Duplicate(int line, int column, string key) =>
        new(Place(line, column), "RE113", "The id '" + key + "' stands twice.", "each id once");

    private SqliteCommand Insert()
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO " + table.Name + " VALUES ("
            + string.Join(", ", table.Columns.Select((_, index) => FormattableString.Invariant($"@p{index}"))) + ")";
        for (var index = 0; index < table.Columns.Count; index++)
        {
            command.Parameters.Add(new SqliteParameter(FormattableString.Invariant($"@p{index}"), DBNull.Value));
        }
        command.Prepare();
        return command;
    }

    /// <summary>The first line that is not UTF-8; UTF-16 is known by its first bytes.</summary>
    private Problem? EncodingProblem()
    {
        using var stream = File.OpenRead(path);
        Span<byte> mark = stackalloc byte[2];
        if (stream.Length == 0)
        {
            return new Problem(Place(1, 1), "RE121", "The file is empty.", "a header with the columns of the table");
        }
        if (stream.Read(mark) == 2 && mark is [0xFF, 0xFE] or [0xFE, 0xFF])
        {
            return new Problem(Place(1, 1), "RE117", "The file is UTF-16.", "UTF-8", "Save it as CSV UTF-8.");
        }
        stream.Position = 0;
        using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
        var buffer = new char[64 * 1024];
        var line = 1;
        try
        {
            for (var read = reader.Read(buffer); read > 0; read = reader.Read(buffer))
            {
                line += buffer.AsSpan(0, read).Count('\n');
            }
            return null;
        }
        catch (DecoderFallbackException)
        {
            return new Problem(file, "RE117", "A byte that is not UTF-8 stands at or after line "
                + line.ToString(CultureInfo.InvariantCulture) + ".", "UTF-8", "Save the file as CSV UTF-8.");
        }
    }

    private string Place(int line, int column) => FormattableString.Invariant($"{file}({line},{column})");
}
