using System.Diagnostics;
using System.Text.Json;
using ReportEngine.Tests.Checking;
using ReportEngine.Tests.Reports.Cli;

namespace ReportEngine.Tests.Reports.Checking;

/// <summary>The check as a person runs it: its lines and its exit code.</summary>
public sealed class CheckerCommandTests
{
    [Fact]
    public void A_good_workbook_leaves_only_questions()
    {
        var (code, output, errors) = Run(new WorkbookFixture().Write());

        Assert.Equal(0, code);
        Assert.Empty(errors);
        Assert.StartsWith("For a person to answer:\n", output, StringComparison.Ordinal);
        Assert.EndsWith("0 errors, 0 warnings, 10 questions for a person\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_says_where_what_and_what_to_do()
    {
        var (code, output, _) = Run(new WorkbookFixture().Set(3, "D6", "N/A").Write());

        Assert.Equal(1, code);
        Assert.StartsWith(
            "referrals.xlsx [Referrals!D6]: error S02: 'N/A' in place of a value. Expected: shorthand in square "
                + "brackets, such as [x] or [z]. "
                + "Replace it by the mark that says why there is no value.\n",
            output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Findings_can_be_read_by_a_program()
    {
        var (code, output, _) = Run(new WorkbookFixture().Set(3, "D6", "N/A").Write(), "--json");
        using var json = JsonDocument.Parse(output);
        var root = json.RootElement;

        Assert.Equal(1, code);
        Assert.Equal("referrals.xlsx", root.GetProperty("file").GetString());
        Assert.Equal("S02", root.GetProperty("findings")[0].GetProperty("rule").GetString());
        Assert.Equal("D6", root.GetProperty("findings")[0].GetProperty("cell").GetString());
        Assert.Equal("error", root.GetProperty("findings")[0].GetProperty("severity").GetString());
        Assert.Equal(1, root.GetProperty("counts").GetProperty("errors").GetInt32());
        Assert.Equal(
            root.GetProperty("attestations").GetArrayLength(),
            root.GetProperty("counts").GetProperty("attestations").GetInt32()
        );
    }

    [Fact]
    public void A_file_that_is_no_workbook_fails_as_data()
    {
        var (code, output, errors) = Run([1, 2, 3]);

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.StartsWith("referrals.xlsx: error RE602: ", errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public void A_file_that_is_not_there_is_wrong_usage()
    {
        var (code, _, errors) = Run(null);

        Assert.Equal(2, code);
        Assert.StartsWith("referrals.xlsx: error RE601: No such file.", errors, StringComparison.Ordinal);
    }

    private static (int Code, string Output, string Errors) Run(byte[]? content, params string[] options)
    {
        var folder = Sample.TemporaryFolder();
        if (content is not null)
        {
            File.WriteAllBytes(Path.Combine(folder, "referrals.xlsx"), content);
        }
        var (code, output, errors) = CommandProcess.Run(
            folder,
            string.Join(' ', ["check", "referrals.xlsx", .. options])
        );
        return (code, output.ReplaceLineEndings("\n"), errors);
    }
}
