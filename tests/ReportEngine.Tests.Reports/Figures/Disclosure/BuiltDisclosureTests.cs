using System.Globalization;
using ReportEngine.Cases;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Rendering;
using ReportEngine.Templates;

namespace ReportEngine.Tests.Reports.Figures.Disclosure;

/// <summary>What stands, and does not stand, in built reports.</summary>
public sealed class BuiltDisclosureTests
{
    private static readonly HashSet<string> PersonCountIds =
    [
        .. MetricCatalogue
            .All.Where(metric => metric.Sensitivity == Sensitivity.PersonCount)
            .Select(metric => metric.Id),
    ];

    [Fact]
    public void No_file_of_the_public_edition_holds_a_withheld_count()
    {
        var rows = Rows("public");
        var withheld = Sample.With("2025-Q4", null, set => set.Protected(new DisclosureRules(5)).Protection.Withheld);

        Assert.Contains(rows, row => row["status"] == "c");
        Assert.All(
            rows.Where(row => row["status"] == "c"),
            row =>
                Assert.All(
                    (string[])["value", "numerator", "denominator", "low", "high"],
                    column => Assert.Empty(row[column])
                )
        );
        Assert.All(
            rows.Where(row =>
                PersonCountIds.Contains(row["figure_id"]) && row["unit"] == "count" && row["status"].Length == 0
            ),
            row => Assert.False(long.Parse(row["value"], CultureInfo.InvariantCulture) is > 0 and < 5, row["figure_id"])
        );
        foreach (var (column, dimension) in new[] { ("platform", "Platform"), ("organisation", "Organisation") })
        {
            foreach (
                var row in rows.Where(row =>
                    row.ContainsKey(column)
                    && withheld.Contains(new CellKey(row["figure_id"], row["period"], dimension + "=" + row[column]))
                )
            )
            {
                Assert.Equal("c", row["status"]);
            }
        }
    }

    [Fact]
    public void No_file_of_the_official_edition_holds_one_or_two_and_the_auditors_hold_everything()
    {
        Assert.All(
            Rows("official").Where(row => PersonCountIds.Contains(row["figure_id"]) && row["unit"] == "count"),
            row => Assert.True(row["status"] == "c" ? row["value"].Length == 0 : row["value"] is not ("1" or "2"))
        );
        Assert.All(Rows("auditor"), row => Assert.NotEqual("c", row["status"]));
    }

    [Fact]
    public void The_report_says_how_many_numbers_it_withholds_and_why() =>
        Sample.With(
            "2025-Q4",
            null,
            set =>
            {
                var edition = set.Protected(new DisclosureRules(5));
                foreach (var template in Sample.Templates.Where(one => one.ReportId != "methods"))
                {
                    var blocks = Read(template, edition);
                    var said = Limits(blocks)
                        .Single(text => text.Contains("protect individuals", StringComparison.Ordinal));
                    Assert.Contains(
                        "counts of accounts and persons under 5, other than 0, are withheld",
                        said,
                        StringComparison.Ordinal
                    );
                    Assert.Contains(
                        Document.WithheldIn(blocks) is > 0 and var number
                            ? $"Numbers withheld in this report, its workbook and its data files: {number};"
                            : "nothing is withheld in it.",
                        said,
                        StringComparison.Ordinal
                    );
                }
                Assert.True(
                    Document.WithheldIn(
                        Read(
                            Sample.Templates.Single(template => template.ReportId == "quarterly-transparency"),
                            edition
                        )
                    ) > 0
                );
                return 0;
            }
        );

    /// <summary>
    /// A sum of followers has three columns in a workbook, a portion three, an indicator one or three.
    /// </summary>
    [Fact]
    public void Every_column_of_a_withheld_figure_in_a_workbook_holds_the_marker() =>
        Sample.With(
            "2025-Q4",
            null,
            set =>
            {
                var table = TableCatalogue.Build("reach_by_platform", set);
                var withheld = table with
                {
                    Rows =
                    [
                        .. table.Rows.Select(row =>
                            row with
                            {
                                Cells =
                                [
                                    .. row.Cells.Select(cell =>
                                        cell is FigureCell figure
                                            ? new FigureCell(figure.Figure with { Quantity = new Withheld() })
                                            : cell
                                    ),
                                ],
                            }
                        ),
                    ],
                };

                var flat = FlatTable.Of(withheld, Language.English);

                Assert.Equal(6, flat.Columns.Count);
                Assert.All(flat.Rows, row => Assert.Equal(["[c]", "[c]", "[c]", "[c]", "[c]"], row.Skip(1)));
                return 0;
            }
        );

    [Fact]
    public void An_edition_with_nothing_withheld_says_so() =>
        Sample.With(
            "2025-Q4",
            null,
            set =>
            {
                Assert.Contains(
                    Limits(Read(Sample.Templates.First(one => one.ReportId != "methods"), set)),
                    text => text.StartsWith("Nothing is withheld in this edition", StringComparison.Ordinal)
                );
                return 0;
            }
        );

    private static IReadOnlyList<Block> Read(ReportTemplate template, FigureSet set)
    {
        using var cases = CaseFile.Open(Sample.Database, null);
        return TemplateReader.Read(
            CheckedTemplate.Of([template])[template.ReportId],
            set,
            Edition.All[0],
            Language.English,
            cases.Dataset,
            isFinal: false
        );
    }

    private static IEnumerable<string> Limits(IReadOnlyList<Block> blocks) =>
        blocks
            .OfType<ListBlock>()
            .SelectMany(list => list.Items)
            .Select(item => string.Concat(item.OfType<TextRun>().Select(run => run.Text)));

    /// <summary>Every row of every data file of an edition that has figures.</summary>
    private static List<IReadOnlyDictionary<string, string>> Rows(string edition)
    {
        var folder = Sample.TemporaryFolder();
        Report.Build(
            new BuildRequest(
                Sample.Templates,
                Sample.Database,
                "sample data",
                null,
                null,
                Edition.All.Single(one => one.Id == edition),
                Language.English,
                [.. ReportFormat.All.Where(format => format.Id == "csv")],
                folder
            ),
            Installation.Find()
        );
        return
        [
            .. Directory
                .EnumerateFiles(folder, "*.csv", SearchOption.AllDirectories)
                .SelectMany(Sample.Rows)
                .Where(row => row.ContainsKey("figure_id")),
        ];
    }
}
