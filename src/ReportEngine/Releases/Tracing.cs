using ReportEngine.Cases;
using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Releases;

/// <summary>A figure of a release on its way back to the register.</summary>
/// <param name="Released">Null where the release has no figures.json entry for it.</param>
public sealed record TracedFigure(CellKey Key, Metric Metric, Quantity? Released, IReadOnlyList<TracedSource> Sources);

/// <param name="Keys">Null where neither the release nor a database gives them.</param>
public sealed record TracedSource(TraceQuestion Question, TraceSource Source, TraceKeys? Keys);

/// <summary>
/// Leads from a figure of a release to its definition, its questions and, for those who may, the rows.
/// </summary>
public static class Tracing
{
    /// <param name="figureId">As RT.02.</param>
    /// <param name="by">Only figures broken down by this dimension; null: all of the metric.</param>
    /// <param name="database">
    /// To list the rows of a release that does not, and hold their digest against the release's.
    /// </param>
    /// <exception cref="ReportException">
    /// RE52x the folder is not as it was made; RE545 no trace or no such figure in it; RE546 the database has other
    /// rows.
    /// </exception>
    public static IReadOnlyList<TracedFigure> Of(
        string folder,
        string figureId,
        Dimension? by,
        string? database,
        Installation installation
    )
    {
        Verification.Run(new VerificationRequest(folder), installation);
        var path = Path.Combine(folder, TraceFile.FileName);
        if (!File.Exists(path))
        {
            throw new ReportException(
                ExitCode.DataFailed,
                new Problem(
                    path,
                    "RE545",
                    "The release has no trace.",
                    "a build with --releases, or of the auditor edition"
                )
            );
        }
        var trace = Readable(path, TraceFile.Read);
        var entries = trace
            .Figures.Where(entry =>
                entry.Figure.MetricId == figureId
                && (by is not { } dimension || entry.Figure.Dimensions.Contains(dimension))
            )
            .ToList();
        if (entries.Count == 0)
        {
            var known = trace.Figures.Select(entry => entry.Figure.MetricId).Distinct().ToList();
            throw new ReportException(
                ExitCode.WrongUsage,
                new Problem(
                    path,
                    "RE545",
                    "The release has no such figure: '" + figureId + "'.",
                    string.Join(", ", known),
                    Nearest.Suggestion(figureId, known)
                )
            );
        }
        var figures = Readable(Path.Combine(folder, FigureFile.FileName), FigureFile.Read)
            .DistinctBy(figure => figure.Key)
            .ToDictionary(figure => figure.Key);
        var traced = entries
            .Select(entry => new TracedFigure(
                entry.Figure,
                MetricCatalogue.Find(figureId),
                figures.GetValueOrDefault(entry.Figure)?.Quantity,
                [
                    .. entry.Sources.Select(source => new TracedSource(
                        trace.Questions[source.Question],
                        source,
                        source.Keys
                    )),
                ]
            ))
            .ToList();
        return database is null
            ? traced
            : WithKeys(traced, Manifest.Read(File.ReadAllBytes(Path.Combine(folder, Manifest.FileName))), database);
    }

    private static T Readable<T>(string path, Func<byte[], T> read)
    {
        try
        {
            return read(File.ReadAllBytes(path));
        }
        catch (Exception error) when (error is FormatException or FileNotFoundException)
        {
            throw new ReportException(
                ExitCode.DataFailed,
                new Problem(
                    path,
                    "RE545",
                    "It cannot be used: " + error.Message,
                    "a file as 'report-engine build' writes it"
                )
            );
        }
    }

    private static List<TracedFigure> WithKeys(List<TracedFigure> traced, Manifest manifest, string database)
    {
        using var cases = CaseFile.Open(database, ManifestRules.CutOffOf(manifest));
        var set = Report.FiguresOf(cases, Period.TryParse(manifest.Period)!, Language.English);
        var (tracer, salt) = (new Tracer(set.Asking, known => cases.KnownAt(known).ReadRecords), cases.ReadSalt());
        var problems = new List<Problem>();
        var found = traced
            .Select(figure =>
            {
                var again = tracer.Of(Asked(set, figure))?.Sources ?? [];
                return figure with
                {
                    Sources =
                    [
                        .. figure.Sources.Select(
                            (source, index) =>
                            {
                                var records = index < again.Count ? again[index].Records : [];
                                if (TraceFile.Digest(records, salt) != source.Source.Sha256)
                                {
                                    problems.Add(
                                        new Problem(
                                            database,
                                            "RE546",
                                            "The rows behind "
                                                + figure.Key.MetricId
                                                + " "
                                                + figure.Key.Codes
                                                + " are not those of the release.",
                                            "the database it was made from"
                                        )
                                    );
                                }
                                return source with { Keys = TraceKeys.Of(records) };
                            }
                        ),
                    ],
                };
            })
            .ToList();
        return problems.Count == 0 ? found : throw new ReportException(ExitCode.DataFailed, problems);
    }

    private static Figure Asked(FigureSet set, TracedFigure figure) =>
        new(
            figure.Metric,
            [.. figure.Key.Values.Select(value => set.Label(value.Dimension, value.Code))],
            figure.Released ?? new Missing(),
            Period.TryParse(figure.Key.PeriodId) ?? Period.TryParseHalfYear(figure.Key.PeriodId) ?? set.Period,
            figure.Key.KnownAt ?? set.CutOff
        )
        {
            IsSameAge = figure.Key.KnownAt is not null,
        };
}
