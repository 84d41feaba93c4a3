using System.Text;

namespace ReportEngine.Tests.Cases;

/// <summary>What is said of files, headers, encoding and quoting.</summary>
public sealed class ImportFiles
{
    private const string Places = "quotes around a whole value, doubled inside it; lines ended by LF or CRLF.";

    [Fact]
    public void All_missing_files_are_named_at_once_and_rows_that_refer_to_them_are_not()
    {
        using var folder = new CsvFolder()
            .WithoutFile("organisation.csv")
            .WithoutFile("agency.csv")
            .With("subject", new { subject_id = 1 });
        Assert.Equal(
            [
                "FOLDER/agency.csv: error RE101: The file is missing. Expected: one CSV a table, with at least "
                    + "its header.",
                "FOLDER/organisation.csv: error RE101: The file is missing. Expected: one CSV a table, with at "
                    + "least its header.",
            ],
            folder.Problems()
        );
    }

    [Fact]
    public void A_file_of_no_table_is_named_with_the_nearest_table()
    {
        using var folder = new CsvFolder().WithFile("referal.csv", "x\n").WithFile("zzzzzzzz.CSV", "x\n");
        Assert.Equal(
            [
                "FOLDER/referal.csv: error RE102: No table is named 'referal'. Did you mean 'referral'?",
                "FOLDER/zzzzzzzz.CSV: error RE102: No table is named 'zzzzzzzz'.",
            ],
            folder.Problems()
        );
    }

    [Fact]
    public void Missing_unknown_and_repeated_columns_are_named_together()
    {
        using var folder = new CsvFolder().WithFile("organisation.csv", "org_id,nam,org_id\norg-1,Test,org-1\n");
        Assert.Equal(
            [
                "organisation.csv(1,2): error RE104: Unknown column 'nam'. Expected: org_id, name. Did you mean "
                    + "'name'?",
                "organisation.csv(1,3): error RE105: The column 'org_id' stands twice. Expected: each column once.",
                "organisation.csv(1,4): error RE103: The column 'name' is missing. Expected: a column 'name' in "
                    + "the header.",
            ],
            folder.Problems()
        );
    }

    [Fact]
    public void Columns_may_stand_in_any_order()
    {
        using var folder = new CsvFolder().WithFile("organisation.csv", "name,org_id\nTest organisation,org-1\n");
        Assert.True(File.Exists(folder.Import()));
    }

    [Fact]
    public void A_row_with_too_few_or_too_many_fields_is_named_at_the_field()
    {
        using var folder = new CsvFolder().WithLines("organisation", "org-2", "org-3,Three,3");
        Assert.Equal(
            [
                "organisation.csv(3,2): error RE106: The row has 1 field. Expected: 2 fields.",
                "organisation.csv(4,3): error RE106: The row has 3 fields. Expected: 2 fields.",
            ],
            folder.Problems()
        );
    }

    [Fact]
    public void A_file_that_is_empty_or_has_only_a_mark_or_a_blank_first_line_has_no_header()
    {
        using var folder = new CsvFolder()
            .WithFile("appeal.csv", "")
            .WithFile("subject.csv", [0xEF, 0xBB, 0xBF])
            .WithFile("verification.csv", "\n" + CsvFolder.Header("verification") + "\n");
        Assert.Equal(
            [
                "subject.csv(1,1): error RE121: The file has no header. Expected: the columns of the table in line 1.",
                "verification.csv(1,1): error RE121: The file has no header. Expected: the columns of the table "
                    + "in line 1.",
                "appeal.csv(1,1): error RE121: The file has no header. Expected: the columns of the table in line 1.",
            ],
            folder.Problems()
        );
    }

    [Fact]
    public void A_byte_that_is_not_utf8_is_named_with_its_line()
    {
        using var folder = new CsvFolder()
            .WithFile("organisation.csv", [.. "org_id,name\norg-1,Test\norg-2,caf"u8, 0xE9, .. "\n"u8])
            .WithFile(
                "agency.csv",
                [.. "agency_id,name,role,province,valid_from,valid_to\nagency-1,Test,both,,,"u8, 0xD9]
            );
        Assert.Equal(
            [
                "agency.csv(2,6): error RE117: The file ends in the middle of a character. Expected: UTF-8. Copy "
                    + "the file again.",
                "organisation.csv(3,2): error RE117: The byte 0x0A is not UTF-8 here. Expected: UTF-8. Save the "
                    + "file as CSV UTF-8.",
            ],
            folder.Problems()
        );
    }

    [Theory]
    [InlineData(new byte[] { 0xC0, 0xAF }, 0xC0)]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, 0xA0)]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 }, 0x90)]
    [InlineData(new byte[] { 0x80 }, 0x80)]
    [InlineData(new byte[] { 0xFF }, 0xFF)]
    public void Overlong_forms_surrogates_and_lone_bytes_are_not_utf8(byte[] bytes, int fault)
    {
        using var folder = new CsvFolder().WithFile("organisation.csv", [.. "org_id,name\n"u8, .. bytes, .. ",x\n"u8]);
        Assert.Equal(
            [
                $"organisation.csv(2,1): error RE117: The byte 0x{fault:X2} is not UTF-8 here. Expected: UTF-8. "
                    + "Save the file as CSV UTF-8.",
            ],
            folder.Problems()
        );
    }

    [Fact]
    public void Utf16_is_known_by_its_mark()
    {
        using var folder = new CsvFolder()
            .WithFile(
                "organisation.csv",
                [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("org_id,name\n")]
            )
            .WithFile(
                "platform.csv",
                [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes("platform_id\n")]
            );
        Assert.Equal(
            [
                "platform.csv(1,1): error RE117: The file is UTF-16. Expected: UTF-8. Save the file as CSV UTF-8.",
                "organisation.csv(1,1): error RE117: The file is UTF-16. Expected: UTF-8. Save the file as CSV UTF-8.",
            ],
            folder.Problems()
        );
    }

    [Fact]
    public void Broken_quoting_is_named_once_a_line()
    {
        using var folder = new CsvFolder().WithFile(
            "organisation.csv",
            "org_id,name\norg-1,a \"b\" c\norg-2,\"a\" b\norg-3,\"open\norg-4,x\n"
        );
        Assert.Equal(
            [
                "organisation.csv(2,2): error RE120: A quote stands inside a value that is not quoted. Expected: "
                    + Places,
                "organisation.csv(3,2): error RE120: Text follows a closing quote. Expected: " + Places,
                "organisation.csv(4,2): error RE120: A quote is opened and not closed. Expected: " + Places,
            ],
            folder.Problems()
        );
    }

    [Fact]
    public void A_carriage_return_alone_ends_no_line()
    {
        using var folder = new CsvFolder().WithFile("organisation.csv", "org_id,name\rorg-1,x\r");
        Assert.Equal(
            ["organisation.csv(1,2): error RE120: A carriage return stands alone. Expected: " + Places],
            folder.Problems()
        );
    }

    [Fact]
    public void A_row_that_never_ends_is_refused_before_it_is_held_in_memory()
    {
        using var folder = new CsvFolder().WithFile(
            "organisation.csv",
            "org_id,name\norg-1,\"" + new string('x', 1_000_001)
        );
        Assert.Equal(
            [
                "organisation.csv(2,2): error RE118: The row is longer than 1000000 bytes. Expected: a shorter "
                    + "row, or its closing quote.",
            ],
            folder.Problems()
        );
    }

    [Fact]
    public void Lines_are_counted_as_an_editor_counts_them()
    {
        using var folder = new CsvFolder().WithFile(
            "organisation.csv",
            "\uFEFForg_id,name\r\norg-1,\"one\r\ntwo\"\r\n\r\norg-1,again\r\n"
        );
        Assert.Equal(
            ["organisation.csv(5,1): error RE113: org_id 'org-1' stands twice. Expected: each id once."],
            folder.Problems()
        );
    }
}
