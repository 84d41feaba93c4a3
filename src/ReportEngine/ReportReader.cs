using ReportEngine.Cases;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Releases;
using ReportEngine.Rendering;
using ReportEngine.Templates;

namespace ReportEngine;

/// <summary>A report before any format, and what it was made from.</summary>
internal sealed record ReadDocument(
    Document Document,
    ManifestInputs Inputs,
    Publication? Publication,
    string? PreviousRelease,
    TraceFile? Trace,
    IReadOnlyList<OutputFile> Registers
);

/// <summary>From the register to documents.</summary>
/// <param name="isForChecks">Only what a rule is held against is read: no trace, no registers.</param>
internal sealed class ReportReader(
    BuildRequest request,
    Installation installation,
    Action<string> begin,
    bool isForChecks = false
) : IDisposable
{
    private readonly List<CaseFile> opened = [];
    private Tracer? tracer;
    private string? salt;
    private IReadOnlyList<OutputFile>? registers;
    private readonly Dictionary<CutOff, IReadOnlyList<FigureSet>> without = [];

    /// <summary>
    /// Reads one document after the other, the longest first; the last step holds all of them against the disclosure
    /// rules.
    /// </summary>
    /// <exception cref="ReportException">
    /// In the middle of the reading, with every problem of the templates at its end.
    /// </exception>
    public IEnumerable<ReadDocument> ReadAll()
    {
        var templates = CheckedTemplate.Of(request.Templates);
        var editions = EditionFile.Read(installation.Templates);
        var rules = editions[request.Edition.Id];
        var cases = Open(request.CutOff, null);
        var period = request.Period ?? Report.LatestCompleteQuarter(cases, request.DatabaseName);
        Report.RequirePeriod(cases, period, request.DatabaseName);
        request.Releasing?.Require(period, cases.CutOff);
        var open = Report.FiguresOf(cases, period, request.Language);
        var set = open.Protected(rules);
        var checks = IdentityChecks.Shown(Report.RequireIdentities(cases, open, request.DatabaseName), set);
        var inputs = ManifestInputs.Of(request, installation, cases.ReadSnapshot());
        var problems = new List<Problem>();
        var documents = new List<Document>();
        foreach (var template in request.Templates.OrderByDescending(template => template.Text.Length))
        {
            begin(template.Title + ": figures");
            ReadDocument read;
            try
            {
                var last = request.Releasing?.Store.Last(
                    template.ReportId,
                    period.Id,
                    request.Edition.Id,
                    request.Language.Code
                );
                RequireOpen(last);
                var compared = last is null
                    ? set
                    : set.Comparing(Compare(request.Releasing!.Store.Read(last), period, cases.CutOff));
                var document = new Document(
                    template.ReportId,
                    template.Title,
                    template.Subtitle,
                    period,
                    cases.CutOff,
                    Translation.Of(request.Edition, request.Language),
                    request.Language,
                    cases.Dataset,
                    Translation.Of(
                        EvidenceTables.Placed(
                            TemplateReader.Read(
                                templates[template.ReportId],
                                compared,
                                request.Edition,
                                request.Language,
                                cases.Dataset,
                                request.Releasing?.IsFinal ?? period.IsSettledAt(cases.CutOff)
                            ),
                            checks,
                            open,
                            editions[Edition.Public],
                            request.Language
                        ),
                        request.Language
                    ),
                    Translation.Of(checks, request.Language)
                );
                var twice = Document.Ambiguities(document.Blocks, template.ReportId);
                if (twice.Count > 0)
                {
                    throw new ReportException(ExitCode.DataFailed, twice);
                }
                var publication = request.Releasing?.Of(
                    template.ReportId,
                    period,
                    request.Edition.Id,
                    request.Language.Code
                );
                document = publication is null
                    ? document
                    : document with
                    {
                        Release = request.Releasing!.NoteOf(publication, last),
                    };
                read = new ReadDocument(
                    document,
                    inputs[template.ReportId],
                    document.IsDraft ? null : publication,
                    last?.Manifest,
                    Traced(document, set, cases),
                    Registers(document, set, cases)
                );
            }
            catch (ReportException error) when (error.ExitCode == ExitCode.WrongUsage)
            {
                problems.AddRange(error.Problems);
                continue;
            }
            documents.Add(read.Document);
            yield return read;
        }
        if (problems.Count > 0)
        {
            throw new ReportException(ExitCode.WrongUsage, problems);
        }
        RequireProtection(set, documents);
    }

    public void Dispose() => opened.ForEach(cases => cases.Dispose());

    /// <summary>The register row by row: for the auditor, the same in each report.</summary>
    private IReadOnlyList<OutputFile> Registers(Document document, FigureSet set, CaseFile cases)
    {
        var (from, to) = set.Window(Cohort.Submission);
        return document.Edition.Id == Edition.Auditor && !isForChecks
            ? registers ??= RegisterRenderer.Render(document, register => cases.ReadRegister(register, from, to))
            : [];
    }

    /// <summary>Where the figures come from; a draft for the public has no use for it.</summary>
    private TraceFile? Traced(Document document, FigureSet set, CaseFile cases)
    {
        if (isForChecks || (request.Releasing is null && document.Edition.Id != Edition.Auditor))
        {
            return null;
        }
        tracer ??= new Tracer(set.Asking, known => cases.KnownAt(known).ReadRecords);
        var figures = Document
            .FiguresOf(document.Blocks)
            .Where(figure =>
                figure.Quantity is not Withheld
                && figure.Metric.Id != "DQ.03"
                && figure.CodeOf(Dimension.RevisionSide) is null
            )
            .DistinctBy(CellKey.Of)
            .OrderBy(figure => figure.Metric.Id, StringComparer.Ordinal)
            .ThenBy(figure => figure.Period.Id, StringComparer.Ordinal)
            .ThenBy(
                figure => string.Join('|', figure.Dimensions.Select(value => value.Dimension)),
                StringComparer.Ordinal
            );
        return TraceFile.Of(
            document,
            figures.Select(tracer.Of).OfType<FigureTrace>(),
            salt ??= cases.ReadSalt(),
            withKeys: document.Edition.Id == Edition.Auditor
        );
    }

    private CaseFile Open(CutOff? cutOff, Without? left)
    {
        opened.Add(CaseFile.Open(request.Database, cutOff, left));
        return opened[^1];
    }

    /// <summary>
    /// A release names the one it follows and tells what changed since, so it may not open before that one does.
    /// </summary>
    /// <exception cref="ReportException">RE407: it would.</exception>
    private void RequireOpen(ReleaseEntry? last)
    {
        if (last is not null && InstantText.TryParse(last.ReleaseAt) > request.Releasing!.ReleaseAt)
        {
            throw new ReportException(
                ExitCode.WrongUsage,
                new Problem(
                    "--release-at",
                    "RE407",
                    "The release "
                        + last.Name
                        + ", which this one follows, is not open to its readers before "
                        + last.ReleaseAt
                        + ".",
                    "a time of release no earlier than that",
                    "Wait until it is open, or set a later time."
                )
            );
        }
    }

    /// <exception cref="ReportException">RE406: the release is of a later cut-off than this build.</exception>
    private Comparison Compare(EarlierRelease release, Period period, CutOff cutOff)
    {
        if (release.CutOff.Instant > cutOff.Instant)
        {
            throw new ReportException(
                ExitCode.WrongUsage,
                new Problem(
                    "--as-of",
                    "RE406",
                    "The release " + release.Name + " knew more: its cut-off is " + release.CutOff.DayText + ".",
                    "a cut-off no earlier than that"
                )
            );
        }
        if (!without.TryGetValue(release.CutOff, out var sets))
        {
            Without?[] parts =
            [
                new(release.CutOff, Corrections: true, LateRecords: false),
                new(release.CutOff, Corrections: false, LateRecords: true),
                new(release.CutOff, Corrections: true, LateRecords: true),
            ];
            sets =
            [
                .. parts.Select(part => Report.FiguresOf(Open(cutOff, part), period, request.Language)),
                Report.FiguresOf(Open(release.CutOff, null), period, request.Language),
            ];
            without[release.CutOff] = sets;
        }
        return new Comparison(release, sets[0], sets[1], sets[2], sets[3]);
    }

    /// <summary>
    /// The attacker's try at what was built, for every period in it: no small count printed, none to be worked out, and
    /// none to be had by the difference to an earlier release.
    /// </summary>
    /// <exception cref="ReportException">A count under the least count of the edition could be known.</exception>
    private void RequireProtection(FigureSet set, IReadOnlyList<Document> documents)
    {
        var printed = documents
            .SelectMany(document => Document.FiguresOf(document.Blocks))
            .Where(figure => figure.Metric.Sensitivity == Sensitivity.PersonCount)
            .ToList();
        var small = printed
            .Where(figure => set.Rules.IsSmall(PersonCounts.CountOf(figure.Quantity) ?? 0))
            .Select(CellKey.Of)
            .Concat(IdentityChecks.GivenAway(documents.SelectMany(document => document.Checks), set))
            .ToList();
        foreach (var period in printed.Select(figure => figure.Period).Append(set.Period).Distinct())
        {
            var one = period == set.Period ? set : set.For(period);
            var exposed = new Exposure(one.PersonCounts, set.Rules)
                .Of(one.Protection.Withheld)
                .Concat(small)
                .Distinct()
                .ToList();
            if (exposed.Count > 0)
            {
                throw new ReportException(ExitCode.DataFailed, PersonCounts.Problem(period, exposed));
            }
            if (
                request.Releasing is { SignOff: null } releasing
                && set.Rules.LeastCount is not null
                && Ledger.Conflicts(
                    releasing.Store.Published(request.Edition.Id),
                    one.PersonCounts,
                    one.Protection,
                    set.Rules
                )
                    is { Count: > 0 } conflicts
            )
            {
                throw new ReportException(
                    ExitCode.DataFailed,
                    [.. conflicts.Select(conflict => conflict.AsProblem(request.DatabaseName))]
                );
            }
        }
    }
}
