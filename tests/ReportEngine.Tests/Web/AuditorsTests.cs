using System.IO.Compression;
using System.Net;
using System.Text;
using ReportEngine.Releases;
using ReportEngine.Web.State;

namespace ReportEngine.Tests.Web;

/// <summary>What auditors do: from a figure to its rows, a release that may have been changed, a workbook, the log.</summary>
public sealed class AuditorsTests(TestOffice office) : IClassFixture<TestOffice>
{
    private const string Release = "/releases/quarterly-transparency/2025-Q4/public-en/v1";

    private readonly TestPerson auditor = office.As(Role.Auditor);

    /// <summary>923 referrals of the quarter, 613 of them actioned; the counts of the sample data's README.</summary>
    [Fact]
    public void A_figure_leads_to_the_rows_it_was_counted_from()
    {
        Assert.Contains("OUT.02 Actioned, of all referrals", auditor.Text("/audit" + Release), StringComparison.Ordinal);
        var page = auditor.Text("/audit/trace/OUT.02?release=quarterly-transparency/2025-Q4/public-en/v1&codes=&period=2025-Q4");

        Assert.Contains("613 of 923 (66.4 %)", page, StringComparison.Ordinal);
        Assert.Contains("923 keys:", page, StringComparison.Ordinal);
        Assert.Contains("All referrals: 500 of 923 rows", page, StringComparison.Ordinal);
        Assert.Contains("Query: a row for each referral_id", page, StringComparison.Ordinal);
        Assert.Contains("SELECT", page, StringComparison.Ordinal);
        Assert.Contains(office.Log, entry => entry is { Who: "auditor", Act: "traced" } && entry.What.StartsWith("figure OUT.02", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_figure_of_a_release_has_a_page_that_leads_to_rows()
    {
        var page = auditor.Text("/audit" + Release);
        var addresses = System.Text.RegularExpressions.Regex.Matches(page, "/audit/trace/[^\"]+").Select(match => match.Value).ToList();

        Assert.True(addresses.Count > 30, addresses.Count + " figures");
        Assert.All(addresses.Take(6).Concat(addresses.TakeLast(6)), address => Assert.Contains("Its figures", auditor.Text(address), StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_that_are_not_those_of_the_release_are_told()
    {
        using var own = new TestOffice();
        File.Delete(own.Office.Cases);
        var copy = Sample.TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Installation.Find().SampleData, "*.csv"))
        {
            var lines = File.ReadAllLines(file);
            File.WriteAllLines(Path.Combine(copy, Path.GetFileName(file)), Path.GetFileName(file) == "verification.csv" ? lines.SkipLast(1) : lines);
        }
        ReportEngine.Cases.Import.Folder(copy, own.Office.Cases);
        using var answer = own.As(Role.Auditor).Get("/audit/trace/OUT.02?release=quarterly-transparency/2025-Q4/public-en/v1");

        Assert.Contains("RE546", TestPerson.TextOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_is_verified_where_it_is_and_built_again_in_the_background()
    {
        using var verified = auditor.Post("/audit" + Release + "?handler=verify");
        Assert.Contains("Nothing was changed:", TestPerson.TextOf(verified), StringComparison.Ordinal);

        var id = TestPerson.JobOf(auditor.Post("/audit" + Release + "?handler=rebuild"));
        var job = office.Ended(id);

        Assert.True(job.State == JobState.Done, job.Problems);
        Assert.Contains("the same when built again", auditor.Text($"/audit/jobs/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_zip_of_a_release_page_is_verified_when_it_comes_back()
    {
        using var answer = auditor.Send("/audit/verify", [("ours", "true")], [("release", "r.zip", Zip())]);
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
        using var answer = auditor.Send("/audit/verify", ("release", "r.zip", Zip(entry => entry.EndsWith(file, StringComparison.Ordinal) ? content => content[^5] ^= 1 : null)));

        Assert.Contains(code, TestPerson.TextOf(answer), StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing was changed:", TestPerson.TextOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_of_another_office_is_not_in_our_ledger()
    {
        using var other = new TestOffice();
        File.WriteAllText(Path.Combine(other.Store, ReleaseStore.LedgerName), "");

        using var answer = other.As(Role.Auditor).Send("/audit/verify", [("ours", "true")], [("release", "r.zip", Zip())]);

        Assert.Contains("RE548", TestPerson.TextOf(answer), StringComparison.Ordinal);
    }

    /// <summary>Made when run: data of tests is read aloud at discovery, and a bomb takes long to read.</summary>
    private static readonly Dictionary<string, Func<byte[]>> Hostile = new()
    {
        ["text"] = () => "not a zip"u8.ToArray(),
        ["empty"] = () => [],
        ["above"] = () => Made(("../evil.txt", "x")),
        ["rooted"] = () => Made(("/etc/evil.txt", "x")),
        ["backslashes"] = () => Made(("..\\evil.txt", "x")),
        ["hidden"] = () => Made((".ssh/authorized_keys", "x")),
        ["twice"] = () => Made(("a.txt", "x"), ("a.txt", "y")),
        ["case"] = () => Made(("a.txt", "x"), ("A.txt", "y")),
        ["override"] = () => Made(("a\u202etxt.exe", "x")),
        ["many"] = () => Made([.. Enumerable.Range(0, 5000).Select(number => ($"f{number}.txt", ""))]),
        ["file and folder"] = () => Made(("a", "x"), ("a/b", "y")),
        ["no manifest"] = () => Made(("a.txt", "x")),
        ["bomb"] = Bomb,
        ["lies"] = Lies,
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
        var manifest = Manifest.Read(System.IO.File.ReadAllBytes(Path.Combine(office.Store, "response-times/2025-Q4/public-en/v1", Manifest.FileName)));
        var forged = (manifest with { Report = "approved by approver\n\u202e" + new string('A', 100_000), Files = [] }).Named().Write();
        using var answer = auditor.Send("/audit/verify", ("release", "r.zip", Made(("manifest.json", Encoding.UTF8.GetString(forged)))));

        Assert.DoesNotContain(office.Log, entry => entry.What.Contains("approved by", StringComparison.Ordinal) || entry.What.Length > 500);
        Assert.Contains(office.Log, entry => entry.What.StartsWith("an uploaded release, manifest " + Manifest.Sha256(forged), StringComparison.Ordinal));
    }

    [Fact]
    public void Pages_do_not_tell_where_on_the_machine_things_are()
    {
        using var trace = auditor.Get("/audit/trace/NAP.01?release=response-times/2025-Q4/public-en/v1");
        using var ledger = auditor.Send("/audit/verify", [("ours", "true")], [("release", "r.zip", Made(("manifest.json", "{}")))]);

        Assert.Contains("RE545", TestPerson.TextOf(trace), StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetTempPath(), TestPerson.TextOf(trace) + TestPerson.TextOf(ledger), StringComparison.Ordinal);
        using var upload = auditor.Send("/audit/verify", ("release", "r.zip", Made(("manifest.json", "{}"))));
        Assert.Contains("release/manifest.json", TestPerson.TextOf(upload), StringComparison.Ordinal);
        Assert.DoesNotContain("uploads/", TestPerson.TextOf(upload), StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_is_held_against_the_rules()
    {
        using var sound = auditor.Send("/audit/check", ("workbook", "ours.xlsx", auditor.Bytes(Release + "/files/quarterly-transparency-2025-Q4.xlsx")));
        Assert.Contains("ours.xlsx: 0 errors, 0 warnings", TestPerson.TextOf(sound), StringComparison.Ordinal);

        using var none = auditor.Send("/audit/check", ("workbook", "<b>evil</b>\u202e.xlsx", "no workbook"u8.ToArray()));
        var page = TestPerson.HtmlOf(none);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        Assert.DoesNotContain("<b>evil", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', page);
    }

    [Fact]
    public void The_log_is_shown_with_its_head_and_told_when_it_was_changed()
    {
        using var own = new TestOffice();
        var person = own.As(Role.Auditor);
        var head = ActivityLog.Read(own.Office.State).Head;
        Assert.Contains("The chain holds", person.Text("/audit/log"), StringComparison.Ordinal);
        Assert.Contains("and the head you gave is in it", person.Text("/audit/log?head=" + head), StringComparison.Ordinal);
        Assert.Contains("No line has the digest", person.Text("/audit/log?head=" + new string('a', 64)), StringComparison.Ordinal);
        var lines = person.Text("/audit/log.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("\"act\":\"log-read\"", lines[^1], StringComparison.Ordinal);

        using var connection = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=" + Path.Combine(own.Office.Folder, ReportEngine.Web.Office.StateFile));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "DROP TRIGGER log_is_not_changed; UPDATE log SET line = replace(line, 'official', 'somebody') WHERE sequence = 1";
        command.ExecuteNonQuery();

        var page = person.Text("/audit/log");
        Assert.Contains("The log has been changed.", page, StringComparison.Ordinal);
        Assert.Contains("log, line 1", page, StringComparison.Ordinal);
    }

    private static byte[] Zip(Func<string, Action<byte[]>?>? change = null)
    {
        using var site = new TestSite();
        using var source = new ZipArchive(new MemoryStream(site.Bytes(Release + "/all.zip")));
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                var content = new byte[entry.Length];
                using (var stream = entry.Open())
                {
                    stream.ReadExactly(content);
                }
                change?.Invoke(entry.FullName)?.Invoke(content);
                using var to = zip.CreateEntry(entry.FullName).Open();
                to.Write(content);
            }
        }
        return target.ToArray();
    }

    private static byte[] Made(params (string Name, string Text)[] files)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var to = zip.CreateEntry(name).Open();
                to.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return target.ToArray();
    }

    /// <summary>300 MB of zeros.</summary>
    private static byte[] Bomb()
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var to = zip.CreateEntry("manifest.json", CompressionLevel.Fastest).Open();
            var zeros = new byte[1 << 20];
            for (var megabyte = 0; megabyte < 300; megabyte++)
            {
                to.Write(zeros);
            }
        }
        return target.ToArray();
    }

    /// <summary>A file that is longer than both of its headers say.</summary>
    private static byte[] Lies()
    {
        var zip = Made(("manifest.json", new string('x', 5000)));
        foreach (var place in Enumerable.Range(0, zip.Length - 4).Where(place => BitConverter.ToInt32(zip, place) == 5000).ToList())
        {
            BitConverter.GetBytes(10).CopyTo(zip, place);
        }
        return zip;
    }
}
