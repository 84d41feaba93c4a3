using ReportEngine.Cases;
using ReportEngine.Checking;
using ReportEngine.Documents;
using ReportEngine.Figures;

namespace ReportEngine.Tests.Reports.Rendering;

public sealed class RegisterTests
{
    private static string FileOf(string extension, string report = "response-times") =>
        BuiltSample
            .Auditor.Select(file => file.Path)
            .Single(file =>
                file.EndsWith(
                    Path.Combine(
                        report,
                        "2025-Q4",
                        "auditor-en",
                        "registers",
                        "referrals-2025-Q4-auditor." + extension
                    ),
                    StringComparison.Ordinal
                )
            );

    [Fact]
    public void Counting_the_rows_of_the_register_gives_the_figures() =>
        Sample.With(
            "2025-Q4",
            null,
            set =>
            {
                var rows = Sample.Rows(FileOf("csv"));

                Assert.Equal(set.One("REF.01").Value, rows.Count);
                Assert.Equal(set.One("REF.02").Value, rows.Select(row => row["submission_id"]).Distinct().Count());
                foreach (var figure in set.Of("OUT.01", Dimension.Platform))
                {
                    Assert.Equal(
                        figure.Numerator,
                        rows.Count(row =>
                            row["platform"] == figure.CodeOf(Dimension.Platform)
                            && row["outcome"] == figure.CodeOf(Dimension.Outcome)
                        )
                    );
                }
                return true;
            }
        );

    /// <summary>
    /// Hours that end a wait, against the limit of the row; those in the hour of the limit may be either.
    /// </summary>
    [Fact]
    public void Actions_and_limits_can_be_counted_from_the_rows() =>
        Sample.With(
            "2025-Q4",
            null,
            set =>
            {
                var rows = Sample.Rows(FileOf("csv"));

                Assert.Equal(set.One("OUT.02").Numerator, rows.Count(row => row["is_actioned"] == "1"));
                Assert.Equal(set.One("RT.09").Numerator, rows.Count(row => row["is_paused"] == "1"));
                Assert.Equal(set.One("SAF.05").Numerator, rows.Count(row => row["withdrawn_hour"].Length > 0));
                var limited = rows.Where(row => row["limit_hours"].Length > 0).ToList();
                Assert.Equal(set.One("RT.17").Denominator + set.One("RT.17").LeftOut, limited.Count);
                var waits = limited
                    .Select(row =>
                        (
                            Wait: Wait(row),
                            Limit: int.Parse(row["limit_hours"], System.Globalization.CultureInfo.InvariantCulture)
                        )
                    )
                    .ToList();
                var late = waits.Count(one => one.Wait > one.Limit);
                Assert.InRange(
                    set.One("RT.08").Numerator!.Value,
                    late,
                    late + waits.Count(one => one.Wait == one.Limit)
                );
                return true;

                static long Wait(IReadOnlyDictionary<string, string> row) =>
                    (row["responded_hour"], row["withdrawn_hour"]) switch
                    {
                        ("", "") => long.MaxValue,
                        ("", var withdrawn) => Hours(withdrawn) - Hours(row["submitted_hour"]),
                        (var responded, _) => Hours(responded) - Hours(row["submitted_hour"]),
                    };

                static long Hours(string instant) =>
                    DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds()
                    / 3600;
            }
        );

    [Fact]
    public void The_data_file_is_marked_and_described_beside_it()
    {
        using var package = System.Text.Json.JsonDocument.Parse(
            File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(FileOf("csv"))!, "datapackage.json"))
        );

        Assert.Contains(
            Edition.All[2].Marking!,
            package.RootElement.GetProperty("description").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            Registers.OfPeriod.Columns.Select(column => column.Name),
            package
                .RootElement.GetProperty("resources")[0]
                .GetProperty("schema")
                .GetProperty("fields")
                .EnumerateArray()
                .Select(field => field.GetProperty("name").GetString())
        );
    }

    [Fact]
    public void Times_are_whole_hours_and_no_column_is_free_text()
    {
        var rows = Sample.Rows(FileOf("csv"));

        Assert.All(
            rows,
            row =>
                Assert.All(
                    Registers.OfPeriod.Columns,
                    column =>
                        Assert.Matches(
                            column.Form switch
                            {
                                RegisterForm.Hour => @"^(20\d\d-\d\d-\d\dT\d\d:00Z)?$",
                                RegisterForm.Code => @"^[A-Za-z0-9_+?-]*$",
                                _ => @"^\d*$",
                            },
                            row[column.Name]
                        )
                )
        );
    }

    /// <summary>No row behind a figure is left out, whatever its table and period.</summary>
    [Theory]
    [InlineData("response-times")]
    [InlineData("quarterly-transparency")]
    [InlineData("nap-progress")]
    public void Every_key_of_a_trace_is_in_a_register(string report)
    {
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(FileOf("csv", report)))!;
        var trace = ReportEngine.Releases.TraceFile.Read(File.ReadAllBytes(Path.Combine(folder, "trace.json")));
        var registers = Registers
            .All.Select(register => Sample.Rows(Path.Combine(folder, "registers", register.Name + "-auditor.csv")))
            .ToList();
        foreach (
            var group in trace
                .Figures.SelectMany(entry => entry.Sources)
                .GroupBy(source => trace.Questions[source.Question].Key)
        )
        {
            var listed = registers
                .Where(rows => rows.Count > 0 && rows[0].ContainsKey(group.Key))
                .SelectMany(rows => rows.Select(row => row[group.Key]))
                .ToHashSet();
            var keys = group
                .SelectMany(source =>
                    source.Keys!.Others.Concat(
                        source.Keys.Runs.SelectMany(run =>
                            Enumerable
                                .Range((int)run[0], (int)(run[1] - run[0]) + 1)
                                .Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture))
                        )
                    )
                )
                .ToHashSet();
            Assert.True(keys.IsSubsetOf(listed), group.Key + " " + string.Join(' ', keys.Except(listed).Take(5)));
        }
    }

    [Fact]
    public void No_column_of_any_register_is_free_text() =>
        Assert.All(
            Registers.All,
            register =>
                Assert.All(
                    Sample.Rows(Path.Combine(Path.GetDirectoryName(FileOf("csv"))!, register.Name + "-auditor.csv")),
                    row =>
                        Assert.All(
                            register.Columns,
                            column =>
                                Assert.Matches(
                                    column.Form switch
                                    {
                                        RegisterForm.Hour => @"^(20\d\d-\d\d-\d\dT\d\d:00Z)?$",
                                        RegisterForm.Day => @"^(20\d\d-\d\d-\d\d|19\d\d-\d\d-\d\d)?$",
                                        RegisterForm.Number => @"^\d*$",
                                        _ => @"^[A-Za-z0-9_+?./-]*$",
                                    },
                                    row[column.Name]
                                )
                        )
                )
        );

    [Fact]
    public void The_workbook_says_the_same_is_marked_and_keeps_every_rule()
    {
        var text = Extraction.Workbook(File.ReadAllBytes(FileOf("xlsx")));

        Assert.Contains(Edition.All[2].Marking!, text, StringComparison.Ordinal);
        Assert.Empty(WorkbookCheck.Of(FileOf("xlsx")).Findings);
        Assert.Equal(
            Sample
                .Rows(FileOf("csv"))
                .Sum(row => long.Parse(row["referral_id"], System.Globalization.CultureInfo.InvariantCulture)),
            Keys(text)
        );
    }

    [Fact]
    public void The_workbook_says_nothing_of_where_it_was_made()
    {
        using var archive = System.IO.Compression.ZipFile.OpenRead(FileOf("xlsx"));
        using var core = new StreamReader(archive.GetEntry("docProps/core.xml")!.Open());

        Assert.Contains(">register, 2025-Q4, auditor<", core.ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_report_has_the_same_register() =>
        Assert.Equal(File.ReadAllBytes(FileOf("xlsx")), File.ReadAllBytes(FileOf("xlsx", "nap-progress")));

    [Fact]
    public void Other_editions_have_none() =>
        Assert.False(Directory.Exists(Path.Combine(BuiltSample.FolderOf("response-times"), "registers")));

    private static long Keys(string workbook) =>
        System
            .Text.RegularExpressions.Regex.Matches(
                workbook,
                @"^A\d+ \[[^\]]*\] (\d+)\s*$",
                System.Text.RegularExpressions.RegexOptions.Multiline
            )
            .Sum(match => long.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
}
