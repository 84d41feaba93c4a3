using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using ReportEngine.Cases;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Rendering;

namespace ReportEngine.Releases;

/// <summary>
/// trace.json: the way from each figure of a release back to the register. The questions as they were asked, row by
/// row; for each figure the window, and a digest of the keys of the rows: of all that were counted, those out of which
/// a share is taken among them. Which of these a part takes, the question's other columns say. The keys themselves are
/// in the auditor's edition alone.
/// </summary>
/// <param name="Marks">What every page of the release is marked with.</param>
/// <param name="Known">The cut-off, @known of the questions.</param>
/// <param name="Definitions">
/// The temporary tables the questions are about, as SQL: the register as known at @known.
/// </param>
/// <param name="Salt">
/// What the digests begin with; without the keys, null: it can be had from the database alone.
/// </param>
public sealed record TraceFile(
    IReadOnlyList<string> Marks,
    string Known,
    string? Salt,
    string Definitions,
    IReadOnlyList<TraceQuestion> Questions,
    IReadOnlyList<TraceEntry> Figures
)
{
    public const string FileName = "trace.json";

    internal static TraceFile Of(Document document, IEnumerable<FigureTrace> traces, string salt, bool withKeys)
    {
        var questions = new List<TraceQuestion>();
        var entries = traces
            .Select(trace => new TraceEntry(
                CellKey.Of(trace.Figure),
                trace.Figure.Metric.Version,
                [
                    .. trace.Sources.Select(source => new TraceSource(
                        Index(new TraceQuestion(source.Query.For(source.By, byRecord: true), source.Query.RecordName)),
                        InstantText.Of(source.From),
                        InstantText.Of(source.To),
                        Digest(source.Records, salt),
                        withKeys ? TraceKeys.Of(source.Records) : null
                    )
                    {
                        Known = source.Known == document.CutOff ? null : source.Known.Text,
                    }),
                ]
            ))
            .OrderBy(entry => entry.Figure)
            .ToList();
        return new TraceFile(
            new DocumentWords(document.Language).Marks(document),
            document.CutOff.Text,
            withKeys ? salt : null,
            Schema.CutOffSql.ReplaceLineEndings("\n"),
            questions,
            entries
        );

        int Index(TraceQuestion question)
        {
            var found = questions.IndexOf(question);
            if (found < 0)
            {
                found = questions.Count;
                questions.Add(question);
            }
            return found;
        }
    }

    /// <summary>SHA-256 of the salt and the keys in their order, each on a line.</summary>
    public static string Digest(IEnumerable<string> records, string salt) =>
        Manifest.Sha256(Encoding.UTF8.GetBytes(string.Concat(records.Prepend(salt).Select(line => line + "\n"))));

    internal byte[] Write() => CanonicalForm.Write(this);

    /// <exception cref="FormatException">Not what <see cref="Write"/> writes.</exception>
    public static TraceFile Read(byte[] content)
    {
        var trace = CanonicalForm.Read<TraceFile>(content);
        trace = trace with
        {
            Figures = [.. trace.Figures.Select(entry => entry with { Figure = entry.Figure.Respelled() })],
        };
        var sources = trace.Figures.SelectMany(entry => entry.Sources).ToList();
        return sources.TrueForAll(source =>
            source.Question >= 0
            && source.Question < trace.Questions.Count
            && (source.Keys?.Runs.All(run => run.Count == 2 && run[0] <= run[1]) ?? true)
        )
            ? trace
            : throw new FormatException("A figure in it names a question or rows that cannot be.");
    }
}

/// <summary>A question to the register, an answer a row of it.</summary>
/// <param name="Key">What the key of such a row is called.</param>
public sealed record TraceQuestion(string Sql, string Key);

/// <summary>A figure by its key, and where it comes from.</summary>
/// <param name="Version">Of its definition.</param>
public sealed record TraceEntry(CellKey Figure, int Version, IReadOnlyList<TraceSource> Sources);

/// <summary>The rows a question gave for a figure.</summary>
/// <param name="Question">Its place in the list of questions, from 0.</param>
/// <param name="From">@from of the question, inclusive; <paramref name="To"/> is @to, exclusive.</param>
/// <param name="Keys">In the auditor's edition.</param>
public sealed record TraceSource(int Question, string From, string To, string Sha256, TraceKeys? Keys)
{
    /// <summary>@known of the question where it is not the file's: an earlier cut-off, for a comparison.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Known { get; init; }
}

/// <summary>Keys of rows: whole numbers as runs, first and last inclusive; other keys as they are.</summary>
public sealed record TraceKeys(IReadOnlyList<IReadOnlyList<long>> Runs, IReadOnlyList<string> Others)
{
    public static TraceKeys Of(IReadOnlyList<string> records)
    {
        var runs = new List<long[]>();
        var others = new List<string>();
        foreach (var record in records)
        {
            if (!long.TryParse(record, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                others.Add(record);
            }
            else if (runs.Count > 0 && runs[^1][1] == number - 1)
            {
                runs[^1][1] = number;
            }
            else
            {
                runs.Add([number, number]);
            }
        }
        return new TraceKeys([.. runs], others);
    }

    /// <summary>"1-5, 9", as people write them.</summary>
    public string Text =>
        string.Join(
            ", ",
            Runs.Select(run =>
                    run[0] == run[1]
                        ? run[0].ToString(CultureInfo.InvariantCulture)
                        : FormattableString.Invariant($"{run[0]}-{run[1]}")
                )
                .Concat(Others)
        );

    public long Count => Runs.Sum(run => run[1] - run[0] + 1) + Others.Count;
}
