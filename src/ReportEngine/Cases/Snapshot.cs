using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace ReportEngine.Cases;

/// <summary>
/// What a database held that was known at a cut-off, as one SHA-256 and the rows of each table. Two files with the same
/// rows give the same digest, however SQLite laid them out; a row recorded after the cut-off has no part in it.
/// <para>
/// Hashed are: the text "ReportEngine snapshot 1"; then each table in ordinal order of names: byte 'T', its name, the
/// number of its columns, their names in the order of schema.sql; then each row in the order of its key: byte 'R' and a
/// value a column. A value is 'n' (null), 'i' and 8 bytes (integer), 'r' and 8 bytes (IEEE 754 double), or 't', the
/// number of bytes and the UTF-8 text. Texts have their length before them; lengths and numbers are big-endian, lengths
/// and the number of columns 4 bytes. dataset.extracted_at is left out: the cut-off stands for it.
/// </para>
/// </summary>
public sealed record Snapshot(string Sha256, IReadOnlyDictionary<string, long> Rows)
{
    private const string Head = "ReportEngine snapshot 1";
    private const string TraceHead = "ReportEngine trace 1";

    internal static Snapshot Read(SqliteConnection connection, SqliteTransaction transaction, CutOff cutOff) =>
        Read(connection, transaction, cutOff, Head);

    /// <summary>
    /// The same digest with another first text: nobody without the rows can know it, and everybody with them can.
    /// Digests of row keys begin with it, so that the few keys behind a figure cannot be found by trying.
    /// </summary>
    internal static string ReadSalt(SqliteConnection connection, SqliteTransaction transaction, CutOff cutOff) =>
        Read(connection, transaction, cutOff, TraceHead).Sha256;

    private static Snapshot Read(SqliteConnection connection, SqliteTransaction transaction, CutOff cutOff, string head)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new ArrayBufferWriter<byte>();
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        WriteText(buffer, Encoding.UTF8.GetBytes(head));
        foreach (var table in Schema.Tables.OrderBy(table => table.Name, StringComparer.Ordinal))
        {
            var columns = Hashed(table).ToList();
            WriteTag(buffer, 'T');
            WriteText(buffer, Encoding.UTF8.GetBytes(table.Name));
            BinaryPrimitives.WriteInt32BigEndian(Take(buffer, 4), columns.Count);
            columns.ForEach(column => WriteText(buffer, Encoding.UTF8.GetBytes(column.Name)));

            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = SqlOf(table);
            command.Parameters.AddWithValue("@known", cutOff.Text);
            using var reader = command.ExecuteReader();
            long count = 0;
            while (reader.Read())
            {
                count++;
                WriteTag(buffer, 'R');
                for (var index = 0; index < columns.Count; index++)
                {
                    WriteValue(buffer, reader, index, columns[index].Form);
                }
                hash.AppendData(buffer.WrittenSpan);
                buffer.ResetWrittenCount();
            }
            rows[table.Name] = count;
        }
        hash.AppendData(buffer.WrittenSpan);
        return new Snapshot(Convert.ToHexStringLower(hash.GetHashAndReset()), rows);
    }

    /// <summary>
    /// The rows of a table known at @known: recorded by then, or, in a table that does not say when, belonging only to
    /// rows recorded by then. Text is read as its bytes, so that nothing in it is lost on the way.
    /// </summary>
    internal static string SqlOf(TableSchema table)
    {
        var columns = Hashed(table)
            .Select(column =>
                column.Form is ColumnForm.Integer or ColumnForm.Real
                    ? "t." + column.Name
                    : "CAST(t." + column.Name + " AS BLOB)"
            );
        var known = table.Column("recorded_at") is not null
            ? ["t.recorded_at <= @known"]
            : from column in table.Columns
            from parent in Schema.Tables.Where(parent =>
                parent.Name == column.References && parent.Column("recorded_at") is not null
            )
            select $"(t.{column.Name} IS NULL OR EXISTS (SELECT 1 FROM {parent.Name} p WHERE p.{parent.Key.Name} = "
                + $"t.{column.Name} AND p.recorded_at <= @known))";
        return $"SELECT {string.Join(", ", columns)} FROM {table.Name} t WHERE "
            + $"{string.Join(" AND ", known.DefaultIfEmpty("1"))} ORDER BY t.{table.Key.Name}";
    }

    private static IEnumerable<ColumnSchema> Hashed(TableSchema table) =>
        table.Columns.Where(column => (table.Name, column.Name) != ("dataset", "extracted_at"));

    private static void WriteValue(ArrayBufferWriter<byte> buffer, SqliteDataReader reader, int index, ColumnForm form)
    {
        if (reader.IsDBNull(index))
        {
            WriteTag(buffer, 'n');
            return;
        }
        switch (form)
        {
            case ColumnForm.Integer:
                WriteTag(buffer, 'i');
                BinaryPrimitives.WriteInt64BigEndian(Take(buffer, 8), reader.GetInt64(index));
                break;
            case ColumnForm.Real:
                WriteTag(buffer, 'r');
                // Adding zero turns -0 into 0, which SQL cannot tell apart.
                BinaryPrimitives.WriteDoubleBigEndian(Take(buffer, 8), reader.GetDouble(index) + 0.0);
                break;
            default:
                WriteTag(buffer, 't');
                WriteText(buffer, reader.GetFieldValue<byte[]>(index));
                break;
        }
    }

    private static void WriteText(ArrayBufferWriter<byte> buffer, byte[] text)
    {
        BinaryPrimitives.WriteInt32BigEndian(Take(buffer, 4), text.Length);
        buffer.Write(text);
    }

    private static void WriteTag(ArrayBufferWriter<byte> buffer, char tag) => Take(buffer, 1)[0] = (byte)tag;

    private static Span<byte> Take(ArrayBufferWriter<byte> buffer, int bytes)
    {
        var span = buffer.GetSpan(bytes)[..bytes];
        buffer.Advance(bytes);
        return span;
    }
}
