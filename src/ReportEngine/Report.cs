using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using ReportEngine.Cases;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Releases;
using ReportEngine.Rendering;
using ReportEngine.Rendering.Typesetting;
using ReportEngine.Templates;

namespace ReportEngine;

/// <summary>What to build: everything a run needs, as values.</summary>
public sealed record BuildRequest(
    IReadOnlyList<ReportTemplate> Templates,
    string Database,
    string DatabaseName,
    Period? Period,
    CutOff? CutOff,
    Edition Edition,
    Language Language,
    IReadOnlyList<ReportFormat> Formats,
    string Output,
    Releasing? Releasing = null,
    ECDsa? SigningKey = null
);

/// <summary>A step of a build as it begins, for a progress display.</summary>
public sealed record BuildStep(string Name, int Number, int Of);

/// <summary>A file made, and how long rendering it took.</summary>
public sealed record BuiltFile(string Path, long Bytes, TimeSpan Took);

/// <summary>The files of one report, and the folder they belong in.</summary>
internal sealed record RenderedDocument(string Folder, IReadOnlyList<OutputFile> Files, IReadOnlyList<BuiltFile> Built);

/// <summary>The one way in: rows → figures → document → files.</summary>
public static class Report
{
    /// <summary>One a core of a small machine; each needs about 200 MB.</summary>
    private const int MostWorkers = 2;

    /// <summary>Builds every report asked for, in every format asked for; all folders appear, or none.</summary>
    /// <param name="cancel">Heard at each step; once files are being put in place it is too late.</param>
    /// <exception cref="ReportException">With all problems found; nothing was written.</exception>
    /// <exception cref="OperationCanceledException">Nothing was written.</exception>
    public static IReadOnlyList<BuiltFile> Build(
        BuildRequest request,
        Installation installation,
        IProgress<BuildStep>? progress = null,
        CancellationToken cancel = default
    )
    {
        if (OutputFolder.Obstacle(request.Output) is { } obstacle)
        {
            throw new ReportException(ExitCode.WrongUsage, obstacle);
        }
        if (
            (
                OutputFolder.Store(request.Output)
                ?? (request.Edition.Id == Edition.Auditor ? OutputFolder.PublicRelease(request.Output) : null)
            ) is
            { } release
        )
        {
            throw new ReportException(ExitCode.WrongUsage, release);
        }
        var held = new List<IDisposable>();
        try
        {
            held.AddRange(
                request.Templates.Select(template => RunLock.Take(Path.Combine(request.Output, template.ReportId)))
            );
            return BuildHeld(request, installation, progress, cancel);
        }
        finally
        {
            held.ForEach(one => one.Dispose());
        }
    }

    private static IReadOnlyList<BuiltFile> BuildHeld(
        BuildRequest request,
        Installation installation,
        IProgress<BuildStep>? progress,
        CancellationToken cancel
    )
    {
        var steps = 1 + (request.Templates.Count * (1 + request.Formats.Count)) + 1;
        var step = 0;
        void Begin(string name)
        {
            cancel.ThrowIfCancellationRequested();
            progress?.Report(new BuildStep(name, Interlocked.Increment(ref step), steps));
        }

        var rendered = Render(request, installation, Begin).Select(one => Signed(one, request.SigningKey)).ToList();
        Begin("Putting the files in place");
        OutputFolder.Publish(rendered.ToDictionary(one => one.Folder, one => one.Files));
        return [.. rendered.SelectMany(one => one.Built)];
    }

    /// <summary>
    /// Why a build would be refused: everything is read and held against every rule, and nothing is drawn or written.
    /// Empty where it would not be.
    /// </summary>
    public static IReadOnlyList<Problem> RefusalsOf(BuildRequest request, Installation installation)
    {
        try
        {
            using var reader = new ReportReader(request, installation, static _ => { }, isForChecks: true);
            // The last document is not read before what was printed in all is held against the disclosure rules.
            _ = reader.ReadAll().Count();
            return [];
        }
        catch (ReportException error) when (error.ExitCode != ExitCode.EnvironmentFailed)
        {
            return error.Problems;
        }
    }

    /// <summary>Everything a build puts in place but the signatures, in memory; nothing is written.</summary>
    internal static IReadOnlyList<RenderedDocument> Render(
        BuildRequest request,
        Installation installation,
        Action<string> begin
    )
    {
        var needsCharts = request.Formats.Any(format => format.NeedsCharts);
        var typesetters = Enumerable
            .Range(0, needsCharts ? Math.Min(MostWorkers, request.Templates.Count) : 1)
            .Select(_ => new Typesetter(installation))
            .ToList();
        try
        {
            if (needsCharts)
            {
                typesetters.ForEach(typesetter => typesetter.Start());
            }
            return Render(request, installation, begin, typesetters);
        }
        finally
        {
            typesetters.ForEach(typesetter => typesetter.Dispose());
        }
    }

    /// <summary>The same with workers that were started before and go on after it.</summary>
    internal static IReadOnlyList<RenderedDocument> Render(
        BuildRequest request,
        Installation installation,
        Action<string> begin,
        IReadOnlyList<Typesetter> typesetters
    )
    {
        begin("Reading " + request.DatabaseName);
        using var reader = new ReportReader(request, installation, begin);
        return RenderAll(reader.ReadAll(), request, typesetters, begin);
    }

    private static RenderedDocument Signed(RenderedDocument rendered, ECDsa? key)
    {
        if (key is null)
        {
            return rendered;
        }
        var signature = new OutputFile(
            Signature.FileName,
            Signature.Of(rendered.Files.Single(file => file.Path == Manifest.FileName).Content, key)
        );
        var built = new BuiltFile(
            Path.Combine(rendered.Folder, signature.Path),
            signature.Content.Length,
            TimeSpan.Zero
        );
        return rendered with { Files = [.. rendered.Files, signature], Built = [.. rendered.Built, built] };
    }

    /// <summary>
    /// Renders each document on a free worker while the next is still being read; the result is in the order of the
    /// folders. What goes wrong in reading is thrown, and nothing rendered is used.
    /// </summary>
    private static RenderedDocument[] RenderAll(
        IEnumerable<ReadDocument> documents,
        BuildRequest request,
        IReadOnlyList<Typesetter> typesetters,
        Action<string> begin
    )
    {
        using var free = new BlockingCollection<Typesetter>();
        foreach (var typesetter in typesetters)
        {
            free.Add(typesetter);
        }
        var renderings = new List<Task<RenderedDocument>>();
        try
        {
            foreach (var document in documents)
            {
                renderings.Add(
                    Task.Run(() =>
                    {
                        var typesetter = free.Take();
                        try
                        {
                            return Render(document, request, typesetter, begin);
                        }
                        finally
                        {
                            free.Add(typesetter);
                        }
                    })
                );
            }
        }
        finally
        {
            Task.WhenAll(renderings).ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
        }
        var failures = renderings.Select(rendering => rendering.Exception?.InnerException).OfType<Exception>().ToList();
        if (failures.OfType<OperationCanceledException>().FirstOrDefault() is { } cancelled)
        {
            throw cancelled;
        }
        return failures.Count == 0
                ?
                [
                    .. renderings
                        .Select(rendering => rendering.Result)
                        .OrderBy(rendered => rendered.Folder, StringComparer.Ordinal),
                ]
            : failures.All(failure => failure is ReportException)
                ? throw new ReportException(
                    ((ReportException)failures[0]).ExitCode,
                    [.. failures.Cast<ReportException>().SelectMany(failure => failure.Problems)]
                )
            : throw new AggregateException(failures);
    }

    private static RenderedDocument Render(
        ReadDocument read,
        BuildRequest request,
        Typesetter typesetter,
        Action<string> begin
    )
    {
        var document = read.Document;
        var charts = request.Formats.Any(format => format.NeedsCharts)
            ? document.Charts.DistinctBy(chart => chart.Id).ToList()
            : [];
        var hasPage = request.Formats.Any(format => format.Id == "html");
        var drawn = charts.ToDictionary(
            chart => chart.Id,
            chart => ChartDrawing.Draw(chart, document.Language, typesetter, forPhones: hasPage)
        );
        var rendering = new RenderRequest(document, drawn, typesetter)
        {
            Trace = document.Edition.Id == Edition.Auditor ? read.Trace : null,
            Formats = request.Formats,
        };
        rendering = document.Edition.IsArchive ? rendering with { Attachments = Archived(read, rendering) } : rendering;
        var folder = FolderOf(request, document);
        var files = new List<OutputFile>();
        var built = new List<BuiltFile>();
        foreach (var format in request.Formats)
        {
            begin(document.Title + ": " + format.Name);
            Add(() => format.Render(rendering));
        }
        foreach (var chart in charts)
        {
            Add(() => PressCharts.Render(chart, rendering));
        }
        Add(() => read.Registers);
        Add(() => [FigureFile.Of(document), IndexFile.Of(document, files)]);
        if (read.Trace is { } trace)
        {
            Add(() => [new OutputFile(TraceFile.FileName, trace.Write())]);
        }
        Add(() => [new OutputFile(Manifest.FileName, Manifest.Of(read, request.Formats, files).Write())]);
        return new RenderedDocument(folder, files, built);

        void Add(Func<IReadOnlyList<OutputFile>> render)
        {
            var watch = Stopwatch.StartNew();
            var made = render();
            files.AddRange(made);
            built.AddRange(
                made.Select(file => new BuiltFile(Path.Combine(folder, file.Path), file.Content.Length, watch.Elapsed))
            );
        }
    }

    /// <summary>
    /// The data package, the figures and a manifest of these: taken out of the PDF they are a release that can be
    /// verified.
    /// </summary>
    private static List<OutputFile> Archived(ReadDocument read, RenderRequest rendering)
    {
        var csv = ReportFormat.All.First(format => format.Id == "csv");
        var files = csv.Render(rendering)
            .Append(FigureFile.Of(read.Document))
            .Select(file => file with { Path = Path.GetFileName(file.Path) })
            .ToList();
        return [.. files, new OutputFile(Manifest.FileName, Manifest.Of(read, [csv], files).Write())];
    }

    /// <summary>The figures of a period at the cut-off of an open case file.</summary>
    /// <exception cref="ReportException">
    /// An indicator of the plan or a break names a figure that does not exist.
    /// </exception>
    public static FigureSet FiguresOf(CaseFile cases, Period period, Language language)
    {
        var reference = cases.ReadReference();
        var named = reference
            .Nap.Indicators.Select(indicator => (Place: "nap_indicator " + indicator.IndicatorId, indicator.MetricId))
            .Concat(reference.Breaks.Select(one => (Place: "series_break from " + one.StartsOn, one.MetricId)));
        var unknown = named
            .Where(one => one.MetricId is { } id && MetricCatalogue.TryFind(id) is null)
            .Select(one => new Problem(
                one.Place,
                "RE322",
                "Unknown figure '" + one.MetricId + "'.",
                "an id from 'report-engine list', or nothing",
                Nearest.Suggestion(one.MetricId!, MetricCatalogue.All.Select(metric => metric.Id))
            ))
            .ToList();
        return unknown.Count == 0
            ? new FigureSet(period, KnownBy(cases, reference, cases.ReadCodeLists(language.Code)))
            : throw new ReportException(ExitCode.DataFailed, unknown);
    }

    private static KnownRegister KnownBy(CaseFile cases, ReferenceRows reference, CodeLists codes) =>
        new(
            cases.CutOff,
            cases.Baseline,
            codes,
            reference,
            cases.Read,
            cutOff =>
            {
                var then = cases.KnownAt(cutOff);
                return KnownBy(then, then.ReadReference(), codes);
            }
        );

    /// <summary>The latest quarter that was over at the cut-off.</summary>
    /// <exception cref="ReportException">The register holds no complete quarter by then.</exception>
    public static Period LatestCompleteQuarter(CaseFile cases, string databaseName) =>
        cases.Quarters().LastOrDefault(quarter => quarter.IsCompleteAt(cases.CutOff))
        ?? throw new ReportException(
            ExitCode.WrongUsage,
            new Problem(
                databaseName,
                "RE320",
                "No quarter was complete at the cut-off " + cases.CutOff.DayText + ".",
                "a later --as-of, or a --period"
            )
        );

    /// <exception cref="ReportException">The period holds no referral that was known at the cut-off.</exception>
    public static void RequirePeriod(CaseFile cases, Period period, string databaseName)
    {
        var quarters = cases.Quarters();
        if (!quarters.Any(quarter => quarter.Start < period.End && quarter.End > period.Start))
        {
            throw new ReportException(
                ExitCode.WrongUsage,
                new Problem(
                    databaseName,
                    "RE321",
                    "No referrals in the period "
                        + period.Id
                        + " were known at the cut-off "
                        + cases.CutOff.DayText
                        + ".",
                    quarters.Count == 0
                        ? "a later --as-of"
                        : "a period within " + quarters[0].Id + " to " + quarters[^1].Id
                )
            );
        }
    }

    /// <summary>The identity checks of a period, all of which hold.</summary>
    /// <exception cref="ReportException">One does not.</exception>
    public static IReadOnlyList<IdentityCheck> RequireIdentities(CaseFile cases, FigureSet set, string databaseName)
    {
        var (from, to) = set.Window(Cohort.Submission);
        var checks = IdentityChecks.Of(set, cases.ReadTotals(from, to));
        var broken = checks.Where(check => !check.Holds).Select(check => check.AsProblem(databaseName)).ToList();
        return broken.Count == 0 ? checks : throw new ReportException(ExitCode.DataFailed, broken);
    }

    private static string FolderOf(BuildRequest request, Document document) =>
        Path.Combine(
            Path.GetFullPath(request.Output),
            document.ReportId,
            document.Period.Id,
            document.Edition.Id + "-" + document.Language.Code
        );
}
