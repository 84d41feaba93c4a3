using System.Net;
using System.Text;
using ReportEngine.Web.State;

namespace ReportEngine.Tests.Reports.Web;

/// <summary>Files of cases that officials send, and what they are told of them.</summary>
public sealed class ImportingTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public void Who_imports_is_told_the_columns_of_each_table_and_which_need_a_value()
    {
        var page = System.Text.RegularExpressions.Regex.Replace(
            office.As(Role.Official).Text("/office/import"),
            "<[^>]*>",
            ""
        );

        Assert.Contains("referral_event.csv", page, StringComparison.Ordinal);
        Assert.Contains("submitted_at* time, as 2025-10-20T14:30:00Z", page, StringComparison.Ordinal);
        Assert.Contains(
            "emergency_reason_code live_attack, imminent_threat, public_order",
            page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_import_with_problems_shows_them_beside_their_rows_and_leaves_the_register_as_it_was()
    {
        using var own = new TestOffice();
        var official = own.As(Role.Official);
        var before = File.ReadAllBytes(own.Office.Cases);
        var files = Csv();
        files["submission.csv"] = files["submission.csv"]
            .Replace("2025-01-16T11:17:14Z", "2O25-01-16", StringComparison.Ordinal);
        var id = Sent(official, files);

        Assert.Equal(JobState.Failed, own.Ended(id).State);
        var page = official.Text($"/office/jobs/{id}");
        Assert.Contains("submission.csv, line 5", page, StringComparison.Ordinal);
        Assert.Contains("<mark><bdi>2O25-01-16</bdi></mark>", page, StringComparison.Ordinal);
        Assert.Contains("RE109", page, StringComparison.Ordinal);
        Assert.DoesNotContain(own.Office.Folder, page, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(own.Office.Cases));

        Assert.DoesNotContain("2O25", Jobs.Find(own.Office.State, id)!.Problems!, StringComparison.Ordinal);
        official.Post($"/office/jobs/{id}?handler=discard", HttpStatusCode.Found);
        Assert.Empty(Directory.EnumerateFileSystemEntries(own.Office.Uploads));
        Assert.DoesNotContain("<mark>", official.Text($"/office/jobs/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_that_no_font_has_is_told_with_its_row_beside_a_register_that_was_imported()
    {
        using var own = new TestOffice();
        var official = own.As(Role.Official);
        var files = Csv();
        files["organisation.csv"] = files["organisation.csv"]
            .Replace("Balochistan Liberation Army (BLA)", "Akkad 𒀀", StringComparison.Ordinal);
        var id = Sent(official, files);

        Assert.Equal(JobState.Done, own.Ended(id).State);
        var page = official.Text($"/office/jobs/{id}");
        Assert.Contains("What does not print as it stands", page, StringComparison.Ordinal);
        Assert.Contains("Everything was imported.", page, StringComparison.Ordinal);
        Assert.Contains("organisation.csv, line 4", page, StringComparison.Ordinal);
        Assert.Contains("<mark><bdi>Akkad 𒀀</bdi></mark>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing was imported", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Akkad", Jobs.Find(own.Office.State, id)!.Problems!, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_imports_at_once_are_each_whole()
    {
        using var own = new TestOffice();
        long[] ids = [own.Imported(), own.Imported(), own.Imported()];

        Assert.All(ids, id => Assert.True(own.Ended(id) is { State: JobState.Done }, own.Ended(id).Problems));
        using var cases = ReportEngine.Cases.CaseFile.Open(own.Office.Cases, null);
        Assert.Equal(
            Sample.With("2025-Q4", null, set => set.One("REF.01").Value),
            ReportEngine
                .Report.FiguresOf(cases, Period.TryParse("2025-Q4")!, ReportEngine.Languages.Language.English)
                .One("REF.01")
                .Value
        );
    }

    /// <summary>A build reads the register several times, and all of it has to come from one.</summary>
    [Fact]
    public void An_import_waits_until_nobody_reads_the_register()
    {
        using var own = new TestOffice();
        var before = File.GetLastWriteTimeUtc(own.Office.Cases);
        var id = ReportEngine.Web.Office.Reading(() =>
        {
            var asked = own.Imported();
            TestOffice.Until(() => File.Exists(Path.Combine(own.Office.BuildOf(asked), "cases.db")));
            Assert.Equal(before, File.GetLastWriteTimeUtc(own.Office.Cases));
            Assert.False(Jobs.Find(own.Office.State, asked)!.IsOver);
            return asked;
        });

        Assert.Equal(JobState.Done, own.Ended(id).State);
        Assert.NotEqual(before, File.GetLastWriteTimeUtc(own.Office.Cases));
    }

    [Fact]
    public void A_decision_about_an_import_is_no_way_to_its_rows()
    {
        var official = office.As(Role.Official);
        var id = TestPerson.JobOf(
            official.Send("/office/import", ("files", "agency.csv", "agency_id,name\n\"x"u8.ToArray()))
        );
        Assert.Equal(JobState.Failed, office.Ended(id).State);

        official.Post($"/office/jobs/{id}?handler=return", HttpStatusCode.NotFound, ("words", ""));
        official.Post($"/office/jobs/{id}?handler=handover", HttpStatusCode.NotFound);
    }

    /// <summary>Bytes that are no text, and a quote that is never closed.</summary>
    [Theory]
    [InlineData(new byte[] { 0x61, 0xFF, 0x0A }, "RE1")]
    [InlineData(new byte[] { 0x22, 0x61, 0x2C, 0x0A }, "RE1")]
    public void An_import_of_what_is_no_CSV_is_told_on_its_page(byte[] content, string code)
    {
        var official = office.As(Role.Official);
        var id = TestPerson.JobOf(
            official.Send("/office/import", ("files", "agency.csv", [.. "agency_id,name\n"u8, .. content]))
        );
        Assert.Equal(JobState.Failed, office.Ended(id).State);

        Assert.Contains(code, official.Text($"/office/jobs/{id}"), StringComparison.Ordinal);
        official.Post($"/office/jobs/{id}?handler=discard", HttpStatusCode.Found);
    }

    [Fact]
    public void A_sound_import_takes_the_place_of_the_register_and_its_files_are_deleted()
    {
        using var own = new TestOffice();
        File.Delete(own.Office.Cases);
        var official = own.As(Role.Official);
        Assert.Contains("There is no register yet.", official.Text("/office"), StringComparison.Ordinal);

        var id = own.Imported();

        Assert.Equal(JobState.Done, own.Ended(id).State);
        Assert.Contains("Sample data: invented cases", official.Text("/office"), StringComparison.Ordinal);
        TestOffice.Until(() =>
            !Directory.EnumerateFileSystemEntries(own.Office.Uploads).Any() && !Directory.Exists(own.Office.BuildOf(id))
        );
    }

    [Theory]
    [InlineData("../office.db")]
    [InlineData("..\\office.db")]
    [InlineData("/etc/passwd.csv")]
    [InlineData("subject.csv\u202e")]
    [InlineData("subject.CSV.exe")]
    [InlineData("-rf.csv")]
    public void A_file_whose_name_is_no_table_is_not_kept(string name)
    {
        using var answer = office.As(Role.Official).Send("/office/import", ("files", name, "a,b\r\n"u8.ToArray()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("RE568", TestPerson.TextOf(answer), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(office.Office.Uploads));
    }

    private static long Sent(TestPerson official, Dictionary<string, string> files) =>
        TestPerson.JobOf(
            official.Send(
                "/office/import",
                [.. files.Select(file => ("files", file.Key, Encoding.UTF8.GetBytes(file.Value)))]
            )
        );

    private static Dictionary<string, string> Csv() =>
        Directory
            .EnumerateFiles(Installation.Find().SampleData, "*.csv")
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
}
