using System.Net;
using System.Text;
using ReportEngine.Releases;
using ReportEngine.Tests.Checking;
using ReportEngine.Web.State;

namespace ReportEngine.Tests.Reports.Web;

/// <summary>Releases and workbooks that auditors upload, sound, changed and hostile.</summary>
public sealed class UploadsTests(TestOffice office) : IClassFixture<TestOffice>
{
    private const string Release = "/releases/quarterly-transparency/2025-Q4/public-en/v1";

    private readonly TestPerson auditor = office.As(Role.Auditor);

    [Fact]
    public void The_zip_of_a_release_page_is_verified_when_it_comes_back()
    {
        using var answer = auditor.Send(
            "/audit/verify",
            [("ours", "true")],
            [("release", "r.zip", Zips.OfRelease(Release))]
        );
        var page = TestPerson.TextOf(answer);

        Assert.Contains("Nothing was changed:", page, StringComparison.Ordinal);
        Assert.Contains("The ledger of this office names it in its place.", page, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(office.Office.Uploads));
    }

    [Theory]
    [InlineData("data/outcomes-by-platform.csv", "RE523")]
    [InlineData("manifest.json", "RE521")]
    public void A_zip_in_which_one_bit_differs_is_told(string file, string code)
    {
        using var answer = auditor.Send(
            "/audit/verify",
            (
                "release",
                "r.zip",
                Zips.OfRelease(
                    Release,
                    entry => entry.EndsWith(file, StringComparison.Ordinal) ? content => content[^5] ^= 1 : null
                )
            )
        );

        Assert.Contains(code, TestPerson.TextOf(answer), StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing was changed:", TestPerson.TextOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_of_another_office_is_not_in_our_ledger()
    {
        using var other = new TestOffice();
        File.WriteAllText(Path.Combine(other.Store, ReleaseStore.LedgerName), "");

        using var answer = other
            .As(Role.Auditor)
            .Send("/audit/verify", [("ours", "true")], [("release", "r.zip", Zips.OfRelease(Release))]);

        Assert.Contains("RE548", TestPerson.TextOf(answer), StringComparison.Ordinal);
    }

    /// <summary>Made when run: data of tests is read aloud at discovery, and a bomb takes long to read.</summary>
    private static readonly Dictionary<string, Func<byte[]>> Hostile = new()
    {
        ["text"] = () => "not a zip"u8.ToArray(),
        ["empty"] = () => [],
        ["above"] = () => HostilePackage.Zip(("../evil.txt", "x")),
        ["rooted"] = () => HostilePackage.Zip(("/etc/evil.txt", "x")),
        ["backslashes"] = () => HostilePackage.Zip(("..\\evil.txt", "x")),
        ["hidden"] = () => HostilePackage.Zip((".ssh/authorized_keys", "x")),
        ["twice"] = () => HostilePackage.Zip(("a.txt", "x"), ("a.txt", "y")),
        ["case"] = () => HostilePackage.Zip(("a.txt", "x"), ("A.txt", "y")),
        ["override"] = () => HostilePackage.Zip(("a\u202etxt.exe", "x")),
        ["many"] = () => HostilePackage.Zip([.. Enumerable.Range(0, 5000).Select(number => ($"f{number}.txt", ""))]),
        ["file and folder"] = () => HostilePackage.Zip(("a", "x"), ("a/b", "y")),
        ["no manifest"] = () => HostilePackage.Zip(("a.txt", "x")),
        ["bomb"] = Zips.Bomb,
        ["lies"] = Zips.Lies,
    };

    public static TheoryData<string> HostileNames() => [.. Hostile.Keys];

    [Theory]
    [MemberData(nameof(HostileNames))]
    public void A_hostile_zip_is_told_and_leaves_nothing(string name)
    {
        using var answer = auditor.Send("/audit/verify", ("release", "r.zip", Hostile[name]()));
        var page = TestPerson.TextOf(answer);

        Assert.True(answer.StatusCode is HttpStatusCode.UnprocessableEntity, name + " " + answer.StatusCode);
        Assert.Matches("RE(520|521|525|570)", page);
        Assert.DoesNotContain(office.Office.Folder, page, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(office.Office.Uploads));
        Assert.False(File.Exists(Path.Combine(office.Office.Uploads, "evil.txt")) || File.Exists("/etc/evil.txt"));
    }

    /// <summary>A release that fits together and calls itself whatever it likes.</summary>
    [Fact]
    public void What_an_upload_calls_itself_does_not_get_into_the_log()
    {
        var manifest = Manifest.Read(
            File.ReadAllBytes(Path.Combine(office.Store, "response-times/2025-Q4/public-en/v1", Manifest.FileName))
        );
        var forged = (manifest with { Report = "approved by approver\n\u202e" + new string('A', 100_000), Files = [] })
            .Named()
            .Write();
        using var answer = auditor.Send(
            "/audit/verify",
            ("release", "r.zip", HostilePackage.Zip(("manifest.json", Encoding.UTF8.GetString(forged))))
        );

        Assert.DoesNotContain(
            office.Log,
            entry => entry.What.Contains("approved by", StringComparison.Ordinal) || entry.What.Length > 500
        );
        Assert.Contains(
            office.Log,
            entry =>
                entry.What.StartsWith(
                    "an uploaded release, manifest " + Manifest.Sha256(forged),
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void Pages_do_not_tell_where_on_the_machine_things_are()
    {
        using var trace = auditor.Get("/audit/trace/NAP.01?release=response-times/2025-Q4/public-en/v1");
        using var ledger = auditor.Send(
            "/audit/verify",
            [("ours", "true")],
            [("release", "r.zip", HostilePackage.Zip(("manifest.json", "{}")))]
        );

        Assert.Contains("RE545", TestPerson.TextOf(trace), StringComparison.Ordinal);
        Assert.DoesNotContain(
            Path.GetTempPath(),
            TestPerson.TextOf(trace) + TestPerson.TextOf(ledger),
            StringComparison.Ordinal
        );
        using var upload = auditor.Send(
            "/audit/verify",
            ("release", "r.zip", HostilePackage.Zip(("manifest.json", "{}")))
        );
        Assert.Contains("release/manifest.json", TestPerson.TextOf(upload), StringComparison.Ordinal);
        Assert.DoesNotContain("uploads/", TestPerson.TextOf(upload), StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_is_held_against_the_rules()
    {
        using var sound = auditor.Send(
            "/audit/check",
            ("workbook", "ours.xlsx", auditor.Bytes(Release + "/files/quarterly-transparency-2025-Q4.xlsx"))
        );
        Assert.Contains("ours.xlsx: 0 errors, 0 warnings", TestPerson.TextOf(sound), StringComparison.Ordinal);

        using var none = auditor.Send(
            "/audit/check",
            ("workbook", "<b>evil</b>\u202e.xlsx", "no workbook"u8.ToArray())
        );
        var page = TestPerson.HtmlOf(none);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        Assert.DoesNotContain("<b>evil", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', page);
    }
}
