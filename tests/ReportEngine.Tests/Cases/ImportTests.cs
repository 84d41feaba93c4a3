namespace ReportEngine.Tests.Cases;

public sealed class ImportTests
{
    [Fact]
    public void The_same_folder_gives_the_same_bytes()
    {
        var folder = new CaseFolder().WithReferral(1, "2025-07-01T06:00:00Z");

        Assert.Equal(File.ReadAllBytes(folder.Import()), File.ReadAllBytes(folder.Import()));
    }

    [Fact]
    public void A_missing_file_and_an_unknown_file_are_told_together()
    {
        var folder = new CaseFolder();
        File.Move(folder.FileOf("referral_event"), folder.FileOf("referral_events"));

        Assert.Equal(
        [
            "referral_event.csv: error RE101: The file is missing. Expected: one CSV a table, with at least its header.",
            "referral_events.csv: error RE102: No table has this name. Did you mean 'referral_event'?",
        ], folder.Problems());
    }

    [Fact]
    public void Missing_and_unknown_columns_are_named()
    {
        var folder = new CaseFolder();
        File.WriteAllText(folder.FileOf("follow_on"), "follow_on_id,referral_id,kinds,at,recorded_at\n");

        Assert.Equal(
        [
            "follow_on.csv(1,3): error RE104: Unknown column 'kinds'. Expected: follow_on_id, referral_id, kind, at, recorded_at. Did you mean 'kind'?",
            "follow_on.csv(1,1): error RE103: The column 'kind' is missing. Expected: follow_on_id, referral_id, kind, at, recorded_at.",
        ], folder.Problems());
    }

    [Theory]
    [InlineData("2025-02-30T00:00:00Z", "RE109: at '2025-02-30T00:00:00Z' is not valid. Expected: an instant in UTC such as 2025-07-24T18:59:59Z.")]
    [InlineData("30/07/2025", "RE109: at '30/07/2025' is not valid. Expected: an instant in UTC such as 2025-07-24T18:59:59Z.")]
    [InlineData("2099-01-01T00:00:00Z", "RE110: at '2099-01-01T00:00:00Z' is not valid. Expected: no later than the extract of the data set, 2026-01-15T18:59:59Z.")]
    public void An_impossible_or_future_instant_is_refused(string at, string expected)
    {
        var folder = new CaseFolder().WithReferral(1, "2025-07-01T06:00:00Z")
            .With("referral_event", Event(at, "ack"));

        Assert.Equal("referral_event.csv(2,3): error " + expected, Assert.Single(folder.Problems()));
    }

    [Fact]
    public void An_event_before_its_submission_is_refused()
    {
        var folder = new CaseFolder().WithReferral(1, "2025-07-01T06:00:00Z")
            .With("referral_event", Event("2025-06-30T06:00:00Z", "ack"));

        Assert.Equal("referral_event.csv(2,3): error RE114: The event is earlier than the submission of its referral: "
            + "2025-06-30T06:00:00Z before 2025-07-01T06:00:00Z. Expected: a time at or after the submission.", Assert.Single(folder.Problems()));
    }

    [Fact]
    public void An_unknown_code_is_told_with_the_list_and_the_nearest()
    {
        var folder = new CaseFolder().WithReferral(1, "2025-07-01T06:00:00Z")
            .With("referral_event", Event("2025-07-01T07:00:00Z", "akc"));

        Assert.Equal("referral_event.csv(2,4): error RE111: kind 'akc' is no code of the list. "
            + "Expected: ack, reminder, clarify_open, clarify_close, decision, effect, withdrawn. Did you mean 'ack'?", Assert.Single(folder.Problems()));
    }

    [Fact]
    public void An_unknown_code_of_a_reference_table_is_told_with_the_nearest()
    {
        var folder = new CaseFolder().WithReferral(1, "2025-07-01T06:00:00Z", service: "facebok");

        Assert.Contains("subject.csv(2,2): error RE111: service_id 'facebok' is not in service.csv. Did you mean 'facebook'?", folder.Problems());
    }

    [Fact]
    public void A_broken_reference_is_told_once()
    {
        var folder = new CaseFolder().With("follow_on", "1,77,inquiry,2025-07-01T06:00:00Z,2025-07-01T07:00:00Z");

        Assert.Equal("follow_on.csv(2,2): error RE112: referral_id '77' refers to no row of referral.csv. Expected: the id of a row there.",
            Assert.Single(folder.Problems()));
    }

    [Fact]
    public void A_rejected_row_does_not_break_the_rows_that_refer_to_it()
    {
        var folder = new CaseFolder().WithReferral(1, "2025-07-01T06:00:00Z", followers: "many")
            .With("referral_event", Event("2025-07-01T07:00:00Z", "ack"));

        Assert.Equal("subject.csv(2,11): error RE108: followers_at_referral 'many' is not valid. Expected: a whole number.", Assert.Single(folder.Problems()));
    }

    [Fact]
    public void A_duplicate_id_is_refused()
    {
        var folder = new CaseFolder().WithReferral(1, "2025-07-01T06:00:00Z").With(
            "referral_event",
            Event("2025-07-01T07:00:00Z", "ack"),
            Event("2025-07-01T08:00:00Z", "ack"));

        Assert.Equal("referral_event.csv(3,1): error RE113: The id '1' stands twice. Expected: each id once.", Assert.Single(folder.Problems()));
    }

    [Fact]
    public void A_file_that_is_not_utf8_is_refused()
    {
        var folder = new CaseFolder();
        File.AppendAllText(folder.FileOf("organisation_alias"), "9,ttp,caf");
        using (var stream = File.OpenWrite(folder.FileOf("organisation_alias")))
        {
            stream.Position = stream.Length;
            stream.Write([0xE9, (byte)'\n']);
        }

        Assert.StartsWith("organisation_alias.csv: error RE117: A byte that is not UTF-8 stands at or after line", Assert.Single(folder.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_beyond_a_hundred_are_counted()
    {
        var folder = new CaseFolder();
        folder.With("follow_on", [.. Enumerable.Range(1, 130).Select(id => $"{id},77,inquiry,2025-07-01T06:00:00Z,2025-07-01T07:00:00Z")]);

        var problems = folder.Problems();

        Assert.Equal(101, problems.Count);
        Assert.Equal("import: error RE199: 30 more problems are not shown. Mend these first, then import again.", problems[^1]);
    }

    [Fact]
    public void An_existing_database_stays_untouched()
    {
        var database = Path.Combine(Sample.TemporaryFolder(), "cases.db");
        File.WriteAllText(database, "mine");

        var error = Assert.Throws<ReportException>(() => ReportEngine.Cases.Import.Folder(new CaseFolder().Path, database));

        Assert.Equal(ExitCode.WrongUsage, error.ExitCode);
        Assert.Equal("mine", File.ReadAllText(database));
    }

    private static string Event(string at, string kind) => $"1,1,{at},{kind},,,,,2025-07-02T00:00:00Z,";
}
