using System.IO.Compression;
using System.Text;
using ReportEngine.Releases;
using ReportEngine.Web.State;
using UglyToad.PdfPig;

namespace ReportEngine.Tests.Reports.Web;

/// <summary>Before publication nothing calls itself released: on paper, in the workbook, on the screen.</summary>
public sealed class DraftTests(TestOffice shared) : IClassFixture<TestOffice>
{
    private const string Mark = "Draft, not approved, not for publication";
    private const string MarkInUrdu = "مسودہ، منظور شدہ نہیں، اشاعت کے لیے نہیں";

    [Fact]
    public void A_build_says_on_each_page_and_sheet_that_it_is_a_draft_and_nowhere_that_it_is_released()
    {
        using var whole = TestOffice.OfAllFormats();
        var id = Built("en", whole);
        var stem = $"/office/jobs/{id}/files/nap-progress/";
        var official = whole.As(Role.Official);

        using (var pdf = PdfDocument.Open(official.Bytes(stem + "nap-progress-2025-Q4.pdf")))
        {
            Assert.All(
                pdf.GetPages(),
                page => Assert.Contains("not approved", page.Text.Replace("\u00a0", " "), StringComparison.Ordinal)
            );
            // A definition has versions too: "Version 2, since …".
            Assert.All(pdf.GetPages(), page => Assert.DoesNotMatch(@"Version 2,\s*\d", page.Text));
        }
        Assert.All(Sheets(official.Bytes(stem + "nap-progress-2025-Q4.xlsx")), sheet => Assert.Contains(Mark, sheet));
        var html = official.Text(stem + "nap-progress-2025-Q4.html");
        Assert.Contains(Mark, html, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"Version 2, \d", html);
        Assert.Contains("nap-progress/2025-Q4/public-en/v1", html, StringComparison.Ordinal);
        Assert.Null(Manifest.Read(official.Bytes(stem + "manifest.json")).Publication);
    }

    [Fact]
    public void A_draft_in_urdu_says_so_in_urdu()
    {
        var id = Built("ur");

        Assert.Contains(
            MarkInUrdu,
            shared.As(Role.Official).Text($"/office/jobs/{id}/files/nap-progress/nap-progress-2025-Q4.html"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_is_published_of_a_draft_says_its_number_and_time_and_nothing_of_a_draft()
    {
        var id = shared.HandedOver(Order("response-times", "en"));
        var publication = shared.Approved(id);
        Assert.True(publication.State == JobState.Done, publication.Problems);

        var html = shared
            .As((string?)null)
            .Text("/releases/response-times/2025-Q4/public-en/v2/files/response-times-2025-Q4.html");

        Assert.Contains("Version 2, 1 February 2026", html, StringComparison.Ordinal);
        Assert.DoesNotContain("raft, not", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_preview_stands_in_the_office_s_frame_with_a_way_back_and_can_do_nothing()
    {
        var id = Built("en");
        using var answer = shared.As(Role.Official).Get($"/office/jobs/{id}/preview/nap-progress");
        var page = TestPerson.TextOf(answer);

        Assert.Contains("This is an unapproved draft", page, StringComparison.Ordinal);
        Assert.Contains($"Build {id}: National Action Plan progress", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/office/jobs/{id}\"", page, StringComparison.Ordinal);
        Assert.Contains(
            $"sandbox src=\"/office/jobs/{id}/files/nap-progress/nap-progress-2025-Q4.html\"",
            page.Replace("sandbox=\"\"", "sandbox", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Contains("frame-src 'self'", Policy(answer), StringComparison.Ordinal);
        using var framed = shared
            .As(Role.Official)
            .Get($"/office/jobs/{id}/files/nap-progress/nap-progress-2025-Q4.html");
        Assert.Contains("frame-ancestors 'self'", Policy(framed), StringComparison.Ordinal);
        Assert.Contains(
            $"/office/jobs/{id}/preview/nap-progress",
            shared.As(Role.Official).Text($"/office/jobs/{id}"),
            StringComparison.Ordinal
        );
    }

    private static string Policy(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Content-Security-Policy").Single();

    private static (string, string)[] Order(string report, string language) =>
        [("report", report), ("period", "2025-Q4"), ("cutoff", "2026-01-15"), ("language", language), ("when", "once")];

    private long Built(string language, TestOffice? other = null)
    {
        var office = other ?? shared;
        var id = TestPerson.JobOf(office.As(Role.Official).Order(Order("nap-progress", language)));
        var job = office.Ended(id);
        Assert.True(job.State == JobState.Done, job.Problems);
        return id;
    }

    private static IEnumerable<string> Sheets(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        var shared = zip.GetEntry("xl/sharedStrings.xml");
        Assert.Null(shared);
        foreach (
            var entry in zip.Entries.Where(entry =>
                entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)
            )
        )
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            yield return reader.ReadToEnd();
        }
    }
}
