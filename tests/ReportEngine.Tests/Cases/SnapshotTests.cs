using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using ReportEngine.Cases;

namespace ReportEngine.Tests.Cases;

/// <summary>The digest follows the rows known at the cut-off and nothing else.</summary>
public sealed class SnapshotTests : IDisposable
{
    private const string Later = "2025-12-01T00:00:00Z";

    private readonly CsvFolder folder = new();

    public SnapshotTests()
    {
        folder.Referral("x", CsvFolder.UsualTime, "partial", CsvFolder.UsualTime, followers: 5);
        folder.Referral("telegram", CsvFolder.UsualTime, followers: 7);
        folder
            .With("data_request", new { sent_at = CsvFolder.UsualTime })
            .With("data_request_subject", new { udr_id = 1 });
        folder.With("nap_value", new { value = 1.5 }).With("nap_value", new { value = 0, quarter = "2025-Q2" });
        folder.Import();
    }

    [Fact]
    public void It_is_what_its_description_says()
    {
        using var connection = new SqliteConnection("Pooling=False;Data Source=" + folder.DatabaseFile);
        connection.Open();
        using var bytes = new MemoryStream();
        Add("ReportEngine snapshot 1"u8);
        foreach (
            var table in Rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
                .Select(row => (string)row[0])
                .Order(StringComparer.Ordinal)
        )
        {
            var columns = Rows($"SELECT name FROM pragma_table_info('{table}')")
                .Select(row => (string)row[0])
                .Where(name => name != "extracted_at")
                .ToList();
            bytes.WriteByte((byte)'T');
            Add(Encoding.UTF8.GetBytes(table));
            AddLength(columns.Count);
            columns.ForEach(column => Add(Encoding.UTF8.GetBytes(column)));
            foreach (var row in Rows($"SELECT {string.Join(',', columns)} FROM {table} ORDER BY 1"))
            {
                bytes.WriteByte((byte)'R');
                Array.ForEach(row, AddValue);
            }
        }

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray())), Read().Sha256);

        void AddLength(int length)
        {
            var four = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(four, length);
            bytes.Write(four);
        }

        void Add(ReadOnlySpan<byte> text)
        {
            AddLength(text.Length);
            bytes.Write(text);
        }

        void AddValue(object value)
        {
            bytes.WriteByte(
                (byte)(
                    value switch
                    {
                        DBNull => 'n',
                        long => 'i',
                        double => 'r',
                        _ => 't',
                    }
                )
            );
            switch (value)
            {
                case long or double:
                    bytes.Write([
                        .. BitConverter
                            .GetBytes(value is long whole ? whole : BitConverter.DoubleToInt64Bits((double)value))
                            .Reverse(),
                    ]);
                    break;
                case string text:
                    Add(Encoding.UTF8.GetBytes(text));
                    break;
            }
        }

        List<object[]> Rows(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            var rows = new List<object[]>();
            while (reader.Read())
            {
                var row = new object[reader.FieldCount];
                reader.GetValues(row);
                rows.Add(row);
            }
            return rows;
        }
    }

    [Fact]
    public void Another_order_of_rows_other_pages_and_no_indexes_change_nothing()
    {
        var before = Read();
        foreach (var table in before.Rows.Keys)
        {
            Edit(
                $"CREATE TEMP TABLE kept AS SELECT * FROM {table}; DELETE FROM {table}; INSERT INTO {table} "
                    + "SELECT * FROM kept ORDER BY rowid DESC; DROP TABLE temp.kept"
            );
        }
        Edit(
            "DROP INDEX referral_of_submission; DROP INDEX event_of_referral; CREATE INDEX another ON referral "
                + "(recorded_at); ANALYZE"
        );
        Edit("PRAGMA page_size = 512; VACUUM");

        Assert.Equal(before.Sha256, Read().Sha256);
        Assert.Equal(before.Rows, Read().Rows);
    }

    [Theory]
    [InlineData("UPDATE subject SET followers_at_referral = 8 WHERE subject_id = 2")]
    [InlineData("UPDATE subject SET followers_at_referral = NULL WHERE subject_id = 2")]
    [InlineData("UPDATE subject SET language = '' WHERE subject_id = 2")]
    [InlineData("UPDATE subject SET language = 'a', country_hint = 'b' WHERE subject_id = 2")]
    [InlineData("UPDATE nap_value SET value = 1.5000000000000002 WHERE value_id = 1")]
    [InlineData("UPDATE outcome_code SET label_ur = label_ur || ' ' WHERE outcome_code = 'partial'")]
    [InlineData("UPDATE organisation SET name = name || char(0) || 'x'")]
    [InlineData("UPDATE dataset SET office = 'Another office'")]
    [InlineData("DELETE FROM data_request_subject")]
    [InlineData("UPDATE referral_event SET event_id = 99")]
    public void One_changed_cell_is_another_digest(string change)
    {
        var before = Read().Sha256;

        Edit(change);

        Assert.NotEqual(before, Read().Sha256);
    }

    [Fact]
    public void Values_do_not_run_into_each_other()
    {
        Edit("UPDATE subject SET language = 'ab', country_hint = 'c'");
        var first = Read().Sha256;
        Edit("UPDATE subject SET language = 'a', country_hint = 'bc'");

        Assert.NotEqual(first, Read().Sha256);
    }

    [Fact]
    public void What_is_recorded_later_has_no_part_in_an_earlier_cut_off()
    {
        var (early, late) = (Read("2025-10-15"), Read("2025-12-31"));
        folder.With("data_request", new { sent_at = Later }).With("data_request_subject", new { udr_id = 2 });
        folder.Referral("x", Later, "partial", Later);
        folder.With(
            "referral_event",
            new
            {
                referral_id = 1,
                at = CsvFolder.UsualTime,
                kind = "ack",
                recorded_at = Later,
            }
        );
        folder.Import();

        Assert.Equal(early.Sha256, Read("2025-10-15").Sha256);
        Assert.Equal(early.Rows, Read("2025-10-15").Rows);
        Assert.NotEqual(late.Sha256, Read("2025-12-31").Sha256);
        Assert.Equal(
            (1, 2, 1, 2),
            (
                early.Rows["data_request_subject"],
                Read("2025-12-31").Rows["data_request_subject"],
                early.Rows["referral_event"],
                Read("2025-10-15").Rows["referral"]
            )
        );
        Assert.Equal(3, Read("2025-12-31").Rows["referral_event"]);
    }

    [Fact]
    public void A_later_extract_with_nothing_new_is_the_same_snapshot()
    {
        var before = Read("2025-10-15").Sha256;
        Edit("UPDATE dataset SET extracted_at = '2026-03-01T00:00:00Z'");

        Assert.Equal(before, Read("2025-10-15").Sha256);
    }

    public void Dispose() => folder.Dispose();

    private Snapshot Read(string? day = null)
    {
        using var cases = CaseFile.Open(folder.DatabaseFile, day is null ? null : CutOff.TryParse(day));
        return cases.ReadSnapshot();
    }

    private void Edit(string sql)
    {
        using var connection = new SqliteConnection(
            "Pooling=False;Foreign Keys=False;Data Source=" + folder.DatabaseFile
        );
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
