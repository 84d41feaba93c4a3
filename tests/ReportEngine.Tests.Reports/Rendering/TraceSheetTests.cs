using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ReportEngine.Tests.Reports.Rendering;

/// <summary>What the auditor's workbook says of a figure beside its rows is what the figure is.</summary>
public sealed class TraceSheetTests
{
    private static readonly string[] Markers = ["[u]", "[x]", "[z]", "[c]"];

    /// <summary>
    /// The 90th percentile of the time to action is not reached; no emergency direction past its limit is one of too
    /// few; a status has no value at all.
    /// </summary>
    [Theory]
    [InlineData("response-times", "RT.03", "statistic=p90", "[x]")]
    [InlineData("response-times", "RT.12", "basis=emergency_direction,statistic=median", "[u]")]
    [InlineData("nap-progress", "NAP.08", "point=NAP2014-05", "[z]")]
    public void A_value_that_is_not_given_says_why_in_its_place(string report, string figure, string of, string marker)
    {
        var rows = Rows(report);
        var heading = rows.FindIndex(row => row.GetValueOrDefault("A") == "Figure");
        var column = rows[heading].Single(cell => cell.Value == "value").Key;

        Assert.DoesNotContain("status", rows[heading].Values);
        Assert.All(
            rows.Skip(heading + 1).Where(row => row["A"] == figure && row["B"] == of),
            row => Assert.Equal(marker, row[column])
        );
        Assert.Contains(rows.Skip(heading + 1), row => row["A"] == figure && row["B"] == of);
    }

    [Theory]
    [InlineData("response-times")]
    [InlineData("quarterly-transparency")]
    [InlineData("nap-progress")]
    public void Every_marker_beside_the_rows_is_explained_above_them(string report)
    {
        var rows = Rows(report);
        var heading = rows.FindIndex(row => row.GetValueOrDefault("A") == "Figure");
        var explained = string.Join('\n', rows.Take(heading).Select(row => row["A"]));

        Assert.All(
            rows.Skip(heading + 1).SelectMany(row => row.Values).Where(Markers.Contains).Distinct(),
            marker => Assert.Contains(marker, explained, StringComparison.Ordinal)
        );
    }

    /// <summary>The cells of the sheet Trace by the letter of their column.</summary>
    private static List<Dictionary<string, string>> Rows(string report)
    {
        var file = BuiltSample.Auditor.Single(file =>
            file.Path.EndsWith(report + "-2025-Q4.xlsx", StringComparison.Ordinal)
        );
        using var package = SpreadsheetDocument.Open(file.Path, false);
        var workbook = package.WorkbookPart!;
        var sheet = workbook.Workbook!.Sheets!.Elements<Sheet>().Single(sheet => sheet.Name == "Trace");
        return
        [
            .. ((WorksheetPart)workbook.GetPartById(sheet.Id!.Value!))
                .Worksheet!.Descendants<Row>()
                .Select(row =>
                    row.Elements<Cell>()
                        .ToDictionary(
                            cell => cell.CellReference!.Value!.TrimEnd([.. "0123456789"]),
                            cell => cell.InnerText
                        )
                ),
        ];
    }
}
