using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using ReportEngine.Checking;
using ReportEngine.Tests.Checking;

namespace ReportEngine.Tests.Machine.Checking;

/// <summary>
/// A wrong file or one made to do harm ends in a problem, soon, and never in an exception of another kind.
/// </summary>
public sealed class CheckerHostileFileTests
{
    private const string Dtd = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
    private const string Laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    private const string SheetPart = "xl/worksheets/sheet1.xml";

    private static readonly Dictionary<string, (string Code, Func<byte[]> Content)> Files = new()
    {
        ["empty"] = ("RE602", () => []),
        ["text"] = ("RE602", () => Encoding.UTF8.GetBytes("Platform,Referrals\nAlpha,12\n")),
        ["a zip of something else"] = ("RE602", () => HostilePackage.Zip(("readme.txt", "hello"))),
        ["OpenDocument"] = (
            "RE602",
            () =>
                HostilePackage.Zip(
                    ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
                    ("content.xml", "<a/>")
                )
        ),
        ["a text document"] = ("RE602", () => HostilePackage.With(("xl/workbook.xml", "<document/>"))),
        ["binary workbook"] = (
            "RE602",
            () =>
                HostilePackage.With(("_rels/.rels", HostilePackage.Links(("a1", "officeDocument", "xl/workbook.bin"))))
        ),
        ["old format"] = ("RE603", () => HostilePackage.CompoundFile("Workbook")),
        ["password"] = ("RE604", () => HostilePackage.CompoundFile("EncryptedPackage")),
        ["cut off"] = ("RE605", () => HostilePackage.With()[..^40]),
        ["a part twice"] = (
            "RE605",
            () => HostilePackage.Zip(("[Content_Types].xml", "<a/>"), ("xl/a.xml", "<a/>"), ("XL/a.xml", "<a/>"))
        ),
        ["bomb"] = ("RE606", () => HostilePackage.With((SheetPart, HostilePackage.Sheet(new string(' ', 100 << 20))))),
        ["bomb of random spaces"] = (
            "RE606",
            () => HostilePackage.With((SheetPart, HostilePackage.Sheet(Noise(210 << 20))))
        ),
        ["many parts"] = (
            "RE606",
            () =>
                HostilePackage.Zip([
                    .. Enumerable.Range(0, 6000).Select(index => (index.ToString(CultureInfo.InvariantCulture), "")),
                ])
        ),
        ["deep"] = (
            "RE606",
            () => HostilePackage.With(("xl/workbook.xml", string.Concat(Enumerable.Repeat("<a>", 100_000))))
        ),
        ["deep sheet"] = (
            "RE606",
            () =>
                HostilePackage.With((SheetPart, HostilePackage.Sheet(string.Concat(Enumerable.Repeat("<a>", 100_000)))))
        ),
        ["deep text"] = (
            "RE606",
            () =>
                HostilePackage.With(
                    (SheetPart, HostilePackage.Sheet("<row><c><is>" + string.Concat(Enumerable.Repeat("<r>", 100_000))))
                )
        ),
        ["long text"] = (
            "RE606",
            () =>
                HostilePackage.With(
                    ("xl/sharedStrings.xml", "<sst><si><t>" + Noise(100_000).Replace(' ', 'x') + "</t></si></sst>")
                )
        ),
        ["one text everywhere"] = (
            "RE606",
            () =>
                HostilePackage.With(
                    ("xl/sharedStrings.xml", "<sst><si><t>" + new string('x', 30_000) + "</t></si></sst>"),
                    (SheetPart, HostilePackage.Sheet(Cells(1000, "t=\"s\"", "<v>0</v>")))
                )
        ),
        ["many cells"] = (
            "RE606",
            () => HostilePackage.With((SheetPart, HostilePackage.Sheet(Cells(1_100_000, "", Noise(4)))))
        ),
        ["external entity in the workbook"] = (
            "RE607",
            () => HostilePackage.With(("xl/workbook.xml", Dtd + HostilePackage.Workbook))
        ),
        ["external entity in a sheet"] = (
            "RE607",
            () => HostilePackage.With((SheetPart, Dtd + HostilePackage.Sheet("<row><c><is><t>&e;</t></is></c></row>")))
        ),
        ["billion laughs"] = (
            "RE607",
            () => HostilePackage.With(("xl/sharedStrings.xml", Laughs + "<sst><si><t>&b;</t></si></sst>"))
        ),
        ["broken XML"] = ("RE607", () => HostilePackage.With((SheetPart, "<worksheet><sheetData></worksheet>"))),
        ["no XML at all"] = ("RE607", () => HostilePackage.With(("xl/workbook.xml", "\0\0\0"))),
        ["no workbook part"] = ("RE608", () => HostilePackage.With(("xl/workbook.xml", null))),
        ["no relationships"] = ("RE608", () => HostilePackage.With(("_rels/.rels", null))),
        ["no sheet part"] = ("RE608", () => HostilePackage.With((SheetPart, null))),
        ["no sheets"] = (
            "RE608",
            () => HostilePackage.With(("xl/workbook.xml", $"<workbook xmlns=\"{HostilePackage.Main}\"/>"))
        ),
        ["sheet out of the archive"] = (
            "RE608",
            () =>
                HostilePackage.With(
                    ("xl/_rels/workbook.xml.rels", HostilePackage.Links(("r1", "worksheet", "../../../../etc/passwd")))
                )
        ),
        ["a million columns"] = (
            "RE609",
            () =>
                HostilePackage.With(
                    (SheetPart, HostilePackage.Sheet("<row r=\"1\"><c r=\"BDWGN1\"><v>1</v></c></row>"))
                )
        ),
        ["a million nameless columns"] = (
            "RE609",
            () =>
                HostilePackage.With(
                    (
                        SheetPart,
                        HostilePackage.Sheet(
                            "<row r=\"1\">" + string.Concat(Enumerable.Repeat("<c/>", 20_000)) + "</row>"
                        )
                    )
                )
        ),
        ["widths for a million columns"] = (
            "RE609",
            () =>
                HostilePackage.With(
                    (SheetPart, HostilePackage.Sheet("", "<cols><col min=\"1\" max=\"1000000\"/></cols>"))
                )
        ),
        ["row two billion"] = (
            "RE609",
            () => HostilePackage.With((SheetPart, HostilePackage.Sheet("<row r=\"2000000000\"/>")))
        ),
        ["a cell twice"] = (
            "RE609",
            () =>
                HostilePackage.With((SheetPart, HostilePackage.Sheet("<row r=\"1\"><c r=\"A1\"/><c r=\"A1\"/></row>")))
        ),
        ["text that is not there"] = (
            "RE609",
            () =>
                HostilePackage.With(
                    (SheetPart, HostilePackage.Sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>"))
                )
        ),
        ["tables over each other"] = (
            "RE609",
            () =>
                HostilePackage.With(
                    (
                        "xl/worksheets/_rels/sheet1.xml.rels",
                        HostilePackage.Links(("t1", "table", "../tables/one.xml"), ("t2", "table", "../tables/one.xml"))
                    ),
                    ("xl/tables/one.xml", "<table displayName=\"one\" ref=\"A1:XFD1048576\"/>")
                )
        ),
    };

    public static TheoryData<string> Names() => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_wrong_file_is_told_as_a_problem_and_soon(string name)
    {
        var file = Written(Files[name].Content());
        var watch = Stopwatch.StartNew();

        var error = Assert.Throws<ReportException>(() => WorkbookCheck.Of(file));

        Assert.Equal((Files[name].Code, ExitCode.DataFailed), (Assert.Single(error.Problems).Code, error.ExitCode));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), watch.Elapsed.ToString());
    }

    [Fact]
    public void A_file_that_is_not_there_is_wrong_usage()
    {
        var error = Assert.Throws<ReportException>(() =>
            WorkbookCheck.Of(Path.Combine(Sample.TemporaryFolder(), "none.xlsx"))
        );

        Assert.Equal(("RE601", ExitCode.WrongUsage), (Assert.Single(error.Problems).Code, error.ExitCode));
    }

    [Fact]
    public void A_table_over_the_whole_sheet_is_checked_soon()
    {
        var file = Written(
            HostilePackage.With(
                ("xl/worksheets/_rels/sheet1.xml.rels", HostilePackage.Links(("t1", "table", "../tables/one.xml"))),
                ("xl/tables/one.xml", "<table displayName=\"one\" ref=\"A1:XFD1048576\"><tableColumns/></table>")
            )
        );
        var watch = Stopwatch.StartNew();

        Assert.Contains(WorkbookCheck.Of(file).Findings, finding => finding.Rule == "T04");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), watch.Elapsed.ToString());
    }

    /// <summary>Parts with a few wrong bytes either are read or end in a problem.</summary>
    [Fact]
    public void Random_damage_never_ends_in_another_exception()
    {
        var random = new Random(20250101);
        var parts = Unpacked(new WorkbookFixture().Write());
        for (var attempt = 0; attempt < 300; attempt++)
        {
            var damaged = parts.Select(part => (part.Name, Content: part.Content.ToArray())).ToList();
            for (var count = random.Next(1, 6); count > 0; count--)
            {
                var content = damaged[random.Next(damaged.Count)].Content;
                content[random.Next(content.Length)] = "<>\"'&/=A9\0\xff "u8.ToArray()[random.Next(13)];
            }
            AssertReadOrTold(
                HostilePackage.Zip([.. damaged.Select(part => (part.Name, Encoding.Latin1.GetString(part.Content)))])
            );
        }
    }

    [Fact]
    public void Random_damage_to_the_archive_never_ends_in_another_exception()
    {
        var random = new Random(20250102);
        var whole = new WorkbookFixture().Write();
        for (var attempt = 0; attempt < 3000; attempt++)
        {
            var damaged = whole.ToArray();
            for (var count = random.Next(1, 6); count > 0; count--)
            {
                var fromEnd = random.Next(2) == 0;
                damaged[fromEnd ? damaged.Length - 1 - random.Next(900) : random.Next(damaged.Length)] = (byte)
                    random.Next(256);
            }
            AssertReadOrTold(damaged);
        }
    }

    private static void AssertReadOrTold(byte[] content)
    {
        var file = Written(content);
        try
        {
            WorkbookCheck.Of(file);
        }
        catch (ReportException error)
        {
            Assert.StartsWith("RE6", Assert.Single(error.Problems).Code, StringComparison.Ordinal);
        }
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    private static IReadOnlyList<(string Name, byte[] Content)> Unpacked(byte[] package)
    {
        using var archive = new ZipArchive(new MemoryStream(package));
        return
        [
            .. archive.Entries.Select(entry =>
            {
                using var content = new MemoryStream();
                using var stream = entry.Open();
                stream.CopyTo(content);
                return (entry.FullName, content.ToArray());
            }),
        ];
    }

    private static string Cells(int count, string attributes, string content) =>
        string.Concat(Enumerable.Range(0, count).Select(_ => "<row><c " + attributes + ">" + content + "</c></row>"));

    /// <summary>Spaces and line ends at random, which pack to a quarter of a bit each but not to nothing.</summary>
    private static string Noise(int length)
    {
        var random = new Random(7);
        return string.Create(
            length,
            random,
            (text, source) =>
            {
                for (var index = 0; index < text.Length; index++)
                {
                    text[index] = source.Next(8) == 0 ? '\n' : ' ';
                }
            }
        );
    }

    private static string Written(byte[] content)
    {
        var file = Path.Combine(Sample.TemporaryFolder(), "workbook.xlsx");
        File.WriteAllBytes(file, content);
        return file;
    }
}
