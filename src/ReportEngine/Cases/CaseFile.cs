using System.Data;
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
    private readonly string path;
    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;
    private readonly Without? without;
    private readonly List<CaseFile> opened = [];

    private CaseFile(
        string path,
        SqliteConnection connection,
        SqliteTransaction transaction,
        Dataset dataset,
        CutOff cutOff,
        Without? without
    )
    {
        this.path = path;
        this.without = without;
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
    /// Opens the database for one cut-off; null means everything recorded up to the extraction, and the day of the
    /// extraction its instant. Refuses a cut-off after it (usage): nothing can be known then. Refuses a file that is
    /// missing (usage), is no case database (data) or is locked (environment). Never creates or changes the file.
    /// </summary>
    /// <param name="without">What to leave out, for a comparison; nothing for a report.</param>
    public static CaseFile Open(string path, CutOff? cutOff, Without? without = null)
    {
        if (!File.Exists(path))
        {
            throw CaseFileProblems.Missing(path);
        }
        Dapper.DefaultTypeMap.MatchNamesWithUnderscores = true;
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                // Whole, so that a file of the name ":memory:" or "file:x" is that file.
                DataSource = Path.GetFullPath(path),
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
                DefaultTimeout = 2,
            }.ToString()
        );
        try
        {
            return Answered(
                path,
                () =>
                {
                    connection.Open();
                    var transaction = connection.BeginTransaction(deferred: true);
                    CaseFileCheck.Run(connection, path);
                    var dataset = connection.QuerySingle<Dataset>(
                        "SELECT title, office, contact, baseline_on, extracted_at, invented FROM dataset",
                        transaction: transaction
                    );
                    var known = Known(path, cutOff, dataset);
                    if (without is not null)
                    {
                        connection.Execute(without.Sql, transaction: transaction);
                    }
                    connection.Execute(Schema.CutOffSql, new { known = known.Text }, transaction);
                    return new CaseFile(path, connection, transaction, dataset, known, without);
                }
            );
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The cut-off as the register can know it.</summary>
    private static CutOff Known(string path, CutOff? asked, Dataset dataset)
    {
        var extraction = new CutOff(InstantPattern.General.Parse(dataset.ExtractedAt).Value);
        return asked is null || (asked.Instant > extraction.Instant && asked.Day == extraction.Day) ? extraction
            : asked.Instant > extraction.Instant ? throw CaseFileProblems.TooLate(path, asked, extraction)
            : asked;
    }

    /// <summary>The same register as it was known at an earlier cut-off; closed with this one.</summary>
    public CaseFile KnownAt(CutOff cutOff)
    {
        if (cutOff == CutOff)
        {
            return this;
        }
        var found = opened.Find(one => one.CutOff == cutOff);
        if (found is null)
        {
            found = Open(path, cutOff, without);
            opened.Add(found);
        }
        return found;
    }

    /// <summary>The quarters in which anything was submitted, oldest first.</summary>
    public IReadOnlyList<Period> Quarters() =>
        Answered(
            path,
            () =>
            {
                var (first, last) = connection.QuerySingle<(string? First, string? Last)>(
                    "SELECT min(submitted_at), max(submitted_at) FROM referral_state",
                    transaction: transaction
                );
                var quarters = new List<Period>();
                if (first is not null && last is not null)
                {
                    var end = Period.QuarterOf(InstantPattern.General.Parse(last).Value);
                    for (
                        var quarter = Period.QuarterOf(InstantPattern.General.Parse(first).Value);
                        quarter.Start <= end.Start;
                        quarter = Period.QuarterOf(quarter.EndInstant)
                    )
                    {
                        quarters.Add(quarter);
                    }
                }
                return quarters;
            }
        );

    /// <summary>The answer to a grouped question over [from, to), ordered by its keys.</summary>
    public IReadOnlyList<GroupRow> Read(Query query, IReadOnlyList<Dimension> by, Instant from, Instant to) =>
        Read(query.RowType, query.For(by), from, to);

    /// <summary>The same, a row for each row of the register that has a part in the answer.</summary>
    public IReadOnlyList<GroupRow> ReadRecords(Query query, IReadOnlyList<Dimension> by, Instant from, Instant to) =>
        Read(query.RowType, query.For(by, byRecord: true), from, to);

    private IReadOnlyList<GroupRow> Read(Type rowType, string sql, Instant from, Instant to) =>
        Answered<IReadOnlyList<GroupRow>>(
            path,
            () => [.. connection.Query(rowType, sql, Between(from, to), transaction).Cast<GroupRow>()]
        );

    public NapRows ReadNap() =>
        Answered(
            path,
            () =>
            {
                var parameters = new { known = CutOff.Text };
                return new NapRows(
                    [.. connection.Query<NapPoint>(NapRows.PointsSql, transaction: transaction)],
                    [.. connection.Query<NapIndicator>(NapRows.IndicatorsSql, transaction: transaction)],
                    [.. connection.Query<NapReturn>(NapRows.ReturnsSql, parameters, transaction)],
                    [.. connection.Query<NapMilestone>(NapRows.MilestonesSql, parameters, transaction)]
                );
            }
        );

    public ReferenceRows ReadReference()
    {
        var nap = ReadNap();
        return Answered(
            path,
            () =>
                new ReferenceRows(
                    nap,
                    [.. connection.Query<AskRow>(ReferenceRows.AsksSql, new { known = CutOff.Text }, transaction)],
                    [
                        .. connection.Query<CommitmentRow>(
                            ReferenceRows.CommitmentsSql,
                            new { known = CutOff.Text },
                            transaction
                        ),
                    ],
                    [.. connection.Query<SelfReport>(ReferenceRows.SelfReportsSql, transaction: transaction)],
                    [
                        .. connection.Query<SeriesBreak>(
                            ReferenceRows.BreaksSql,
                            new { known = CutOff.Text },
                            transaction
                        ),
                    ],
                    [.. connection.Query<StatutoryLimit>(ReferenceRows.LimitsSql, transaction: transaction)],
                    [.. connection.Query<WorkRow>(WorkRow.Sql, new { known = CutOff.Text }, transaction)]
                )
        );
    }

    /// <summary>The code lists, with labels in a language where the register holds them ('en', 'ur').</summary>
    public CodeLists ReadCodeLists(string languageCode) =>
        Answered(path, () => CodeLists.Read(connection, transaction, languageCode));

    /// <summary>Both sides of each identity that counts rows two different ways.</summary>
    public RegisterTotals ReadTotals(Instant from, Instant to) =>
        Answered(
            path,
            () => connection.QuerySingle<RegisterTotals>(RegisterTotals.Sql, Between(from, to), transaction)
        );

    /// <summary>The digest of everything known at the cut-off, and the rows of each table.</summary>
    public Snapshot ReadSnapshot() => Answered(path, () => Snapshot.Read(connection, transaction, CutOff));

    /// <summary>
    /// The rows of a register, of one of a period those of [from, to), read while they are gone through.
    /// </summary>
    public RegisterRows ReadRegister(Register register, Instant from, Instant to)
    {
        var count = Answered(
            path,
            () => connection.QuerySingle<long>(register.CountSql, Between(from, to), transaction)
        );
        return new RegisterRows(count, Stream());

        IEnumerable<object?[]> Stream()
        {
            using var reader = Answered(
                path,
                () => connection.ExecuteReader(register.Sql, Between(from, to), transaction)
            );
            while (Answered(path, reader.Read))
            {
                var row = new object?[reader.FieldCount];
                for (var index = 0; index < row.Length; index++)
                {
                    row[index] = reader.IsDBNull(index) ? null : reader.GetValue(index);
                }
                yield return row;
            }
        }
    }

    /// <summary>What digests of row keys begin with; see <see cref="Snapshot"/>.</summary>
    public string ReadSalt() => Answered(path, () => Snapshot.ReadSalt(connection, transaction, CutOff));

    public void Dispose()
    {
        opened.ForEach(one => one.Dispose());
        transaction.Dispose();
        connection.Dispose();
    }

    private object Between(Instant from, Instant to) =>
        new
        {
            from = InstantText.Of(from),
            to = InstantText.Of(to),
            known = CutOff.Text,
        };

    /// <summary>Every question to the database goes through here: what it cannot answer is told as a problem.</summary>
    private static T Answered<T>(string path, Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (SqliteException error)
        {
            throw CaseFileProblems.Of(path, error);
        }
        catch (Exception error)
            when (error is DataException or OverflowException or FormatException or InvalidCastException)
        {
            throw CaseFileProblems.Of(path, error);
        }
    }
}
