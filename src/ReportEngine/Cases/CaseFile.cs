using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Text;
using ReportEngine.Figures;

namespace ReportEngine.Cases;

/// <summary>The data set a run reads: its title, who answers for it, and whether its cases are invented.</summary>
public sealed record Dataset
{
    public required string Title { get; init; }

    public required string Office { get; init; }

    public required string Contact { get; init; }

    public required string BaselineOn { get; init; }

    public required string ExtractedAt { get; init; }

    public required long Invented { get; init; }
}

/// <summary>
/// The case database, opened read-only in one transaction and seen as it was known at one cut-off. Every answer of
/// one run comes from the same snapshot.
/// </summary>
public sealed class CaseFile : IDisposable
{
    private const int LockedCode = 5;
    private const int BusyRecoveryCode = 6;

    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;

    private CaseFile(SqliteConnection connection, SqliteTransaction transaction, Dataset dataset, CutOff cutOff)
    {
        this.connection = connection;
        this.transaction = transaction;
        Dataset = dataset;
        CutOff = cutOff;
    }

    public Dataset Dataset { get; }

    public CutOff CutOff { get; }

    /// <summary>First instant cumulative figures count from, inclusive.</summary>
    public Instant Baseline =>
        LocalDatePattern.Iso.Parse(Dataset.BaselineOn).Value.AtStartOfDayInZone(Period.Zone).ToInstant();

    /// <summary>
    /// Opens the database for one cut-off; null means everything recorded up to the extract. Refuses a file that is
    /// missing (usage), is no case database (data) or is locked (environment). Never creates or changes the file.
    /// </summary>
    public static CaseFile Open(string path, CutOff? cutOff)
    {
        if (!File.Exists(path))
        {
            throw new ReportException(ExitCode.WrongUsage, new Problem(
                path, "RE310", "No such database.", "the path of a database made by 'report-engine import'",
                "Check the path, or leave out --database to use the sample data."));
        }
        Dapper.DefaultTypeMap.MatchNamesWithUnderscores = true;
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
            DefaultTimeout = 2,
        }.ToString());
        try
        {
            connection.Open();
            CheckIdentity(connection, path);
            var transaction = connection.BeginTransaction(deferred: true);
            var dataset = connection.QuerySingleOrDefault<Dataset>(
                "SELECT title, office, contact, baseline_on, extracted_at, invented FROM dataset", transaction: transaction)
                ?? throw new ReportException(ExitCode.DataFailed, new Problem(
                    path, "RE312", "The table 'dataset' does not hold exactly one row.", "one row that names the data set"));
            if (InstantPattern.General.Parse(dataset.ExtractedAt) is not { Success: true, Value: var extracted })
            {
                throw new ReportException(ExitCode.DataFailed, new Problem(
                    path, "RE312", "extracted_at '" + dataset.ExtractedAt + "' in the table 'dataset' is no instant.", "2025-07-24T18:59:59Z"));
            }
            var known = cutOff ?? new CutOff(extracted);
            connection.Execute(Schema.CutOffSql, new { known = known.Text }, transaction);
            return new CaseFile(connection, transaction, dataset, known);
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw Refusal(path, error);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The quarters in which anything was submitted, oldest first.</summary>
    public IReadOnlyList<Period> Quarters()
    {
        var (first, last) = connection.QuerySingle<(string? First, string? Last)>(
            "SELECT min(submitted_at), max(submitted_at) FROM referral_state", transaction: transaction);
        var quarters = new List<Period>();
        if (first is not null && last is not null)
        {
            var end = Period.QuarterOf(InstantPattern.General.Parse(last).Value);
            for (var quarter = Period.QuarterOf(InstantPattern.General.Parse(first).Value);
                 quarter.Start <= end.Start;
                 quarter = Period.QuarterOf(quarter.EndInstant))
            {
                quarters.Add(quarter);
            }
        }
        return quarters;
    }

    /// <summary>The answer to a grouped question over [from, to), ordered by its keys.</summary>
    public IReadOnlyList<GroupRow> Read(Query query, IReadOnlyList<Dimension> by, Instant from, Instant to)
    {
        var parameters = new { from = InstantText.Of(from), to = InstantText.Of(to), known = CutOff.Text };
        try
        {
            return [.. connection.Query(query.RowType, query.For(by), parameters, transaction).Cast<GroupRow>()];
        }
        catch (SqliteException error)
        {
            throw Refusal(connection.DataSource, error);
        }
    }

    public NapRows ReadNap()
    {
        var parameters = new { known = CutOff.Text };
        return new NapRows(
            [.. connection.Query<NapPoint>(NapRows.PointsSql, transaction: transaction)],
            [.. connection.Query<NapIndicator>(NapRows.IndicatorsSql, transaction: transaction)],
            [.. connection.Query<NapReturn>(NapRows.ReturnsSql, parameters, transaction)],
            [.. connection.Query<NapMilestone>(NapRows.MilestonesSql, parameters, transaction)]);
    }

    public ReferenceRows ReadReference()
    {
        var parameters = new { known = CutOff.Text };
        return new ReferenceRows(
            ReadNap(),
            [.. connection.Query<CommitmentRow>(ReferenceRows.CommitmentsSql, parameters, transaction)],
            [.. connection.Query<SelfReport>(ReferenceRows.SelfReportsSql, transaction: transaction)]);
    }

    /// <summary>The code lists, with labels in a language where the register holds them ('en', 'ur').</summary>
    public CodeLists ReadCodeLists(string languageCode) => CodeLists.Read(connection, transaction, languageCode);

    /// <summary>Both sides of each identity that counts rows two different ways.</summary>
    public RegisterTotals ReadTotals(Instant from, Instant to) =>
        connection.QuerySingle<RegisterTotals>(
            RegisterTotals.Sql, new { from = InstantText.Of(from), to = InstantText.Of(to), known = CutOff.Text }, transaction);

    public void Dispose()
    {
        transaction.Dispose();
        connection.Dispose();
    }

    private static void CheckIdentity(SqliteConnection connection, string path)
    {
        var application = connection.ExecuteScalar<long>("PRAGMA application_id");
        var version = connection.ExecuteScalar<long>("PRAGMA user_version");
        if (application != Schema.ApplicationId || version != Schema.UserVersion)
        {
            throw new ReportException(ExitCode.DataFailed, new Problem(
                path, "RE311", FormattableString.Invariant($"Not a case database: application_id {application}, user_version {version}."),
                FormattableString.Invariant($"application_id {Schema.ApplicationId}, user_version {Schema.UserVersion}"),
                "Make the database with 'report-engine import FOLDER --database FILE'."));
        }
        var problems = SchemaProblems(connection, path).ToList();
        if (problems.Count > 0)
        {
            throw new ReportException(ExitCode.DataFailed, problems);
        }
    }

    /// <summary>Tables that are missing or have other columns, and views or triggers, which no case database has.</summary>
    private static IEnumerable<Problem> SchemaProblems(SqliteConnection connection, string path)
    {
        foreach (var table in Schema.Tables)
        {
            var expected = table.Columns.Select(column => column.Name).ToList();
            var found = connection.Query<string>("SELECT name FROM pragma_table_info(@Name)", new { table.Name }).ToList();
            if (!found.SequenceEqual(expected))
            {
                yield return new Problem(path, "RE315",
                    found.Count == 0 ? "The table '" + table.Name + "' is missing." : "The table '" + table.Name + "' has the columns " + string.Join(", ", found) + ".",
                    string.Join(", ", expected), "Import the case data again.");
            }
        }
        foreach (var code in connection.Query<string>("SELECT column1 FROM (VALUES ('pending'), ('withdrawn')) WHERE column1 NOT IN (SELECT outcome_code FROM outcome_code)"))
        {
            yield return new Problem(path, "RE317", "The table 'outcome_code' lacks the code '" + code + "'.", "pending and withdrawn among the codes", "Add it to outcome_code.csv and import again.");
        }
        foreach (var name in connection.Query<string>("SELECT name FROM sqlite_schema WHERE type IN ('view', 'trigger') ORDER BY name"))
        {
            yield return new Problem(path, "RE316", "The database holds a view or trigger '" + name + "'.", "tables and indexes only", "Import the case data again.");
        }
    }

    private static ReportException Refusal(string path, SqliteException error) => error.SqliteErrorCode is LockedCode or BusyRecoveryCode
        ? new ReportException(ExitCode.EnvironmentFailed, new Problem(
            path, "RE313", "The database is locked by another program.", null, "Try again when the other program has finished."))
        : new ReportException(ExitCode.DataFailed, new Problem(
            path, "RE314", "SQLite cannot read the file: " + error.Message, "a case database",
            "Restore it from a backup, or import the case data again."));
}
