using ReportEngine.Cases;

namespace ReportEngine.Tests.Cases;

/// <summary>
/// A folder of CSV files to import: the reference rows of the sample data and, unless a test adds some, no cases.
/// </summary>
internal sealed class CaseFolder
{
    private static readonly string[] CaseTables =
    [
        "subject", "assessment", "submission", "referral", "referral_event", "verification", "subject_link", "network_block",
        "data_request", "data_request_response", "data_request_subject", "appeal", "appeal_decision", "reinstatement",
        "quality_audit", "follow_on", "commitment_event", "nap_value", "nap_milestone_event",
    ];

    public CaseFolder()
    {
        foreach (var file in Directory.EnumerateFiles(Installation.Find().SampleData, "*.csv"))
        {
            var lines = File.ReadAllLines(file);
            var name = System.IO.Path.GetFileName(file);
            File.WriteAllLines(FileOf(name[..^4]), CaseTables.Contains(name[..^4]) ? lines[..1] : lines);
        }
    }

    public string Path { get; } = Sample.TemporaryFolder();

    public string FileOf(string table) => System.IO.Path.Combine(Path, table + ".csv");

    /// <summary>Adds rows to a table, written as its CSV writes them.</summary>
    public CaseFolder With(string table, params string[] rows)
    {
        File.AppendAllLines(FileOf(table), rows);
        return this;
    }

    /// <summary>
    /// Adds one account of TTP on X and its referral as an ordinary direction; ids are the number given.
    /// </summary>
    public CaseFolder WithReferral(int id, string submittedAt, string service = "x", string followers = "100") => this
        .With("subject", $"{id},{service},account,ttp,2025-01-01T00:00:00Z,2025-01-01T01:00:00Z,analyst,,ur,,{followers},,confirmed,2025-01-01T02:00:00Z")
        .With("submission", $"{id},{service},nccia,pta,portal,direction,,{submittedAt},,{submittedAt}")
        .With("referral", $"{id},{id},{id},glorification,ttp-pk,,NAP2014-14,{submittedAt}");

    public string Import()
    {
        var database = System.IO.Path.Combine(Sample.TemporaryFolder(), "cases.db");
        ReportEngine.Cases.Import.Folder(Path, database);
        return database;
    }

    /// <summary>The problems of an import that must fail, as lines.</summary>
    public IReadOnlyList<string> Problems()
    {
        var database = System.IO.Path.Combine(Sample.TemporaryFolder(), "cases.db");
        var error = Assert.Throws<ReportException>(() => ReportEngine.Cases.Import.Folder(Path, database));
        Assert.Equal(ExitCode.DataFailed, error.ExitCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(System.IO.Path.GetDirectoryName(database)!));
        return [.. error.Problems.Select(problem => problem.ToString())];
    }
}
