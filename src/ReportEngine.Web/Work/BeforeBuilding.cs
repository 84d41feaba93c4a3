using ReportEngine.Cases;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Releases;
using ReportEngine.Web.State;

namespace ReportEngine.Web.Work;

/// <summary>What an official should know before a build is asked for.</summary>
/// <param name="CutOff">The order's own, or that of the data.</param>
/// <param name="Checks">All of them, those that do not hold too.</param>
/// <param name="Warnings">Texts of the site, by name, with what is put in.</param>
/// <param name="Quality">How complete the register is for the period.</param>
/// <param name="Refusals">Everything else for which a build would be refused.</param>
/// <param name="Previous">The release each report is held against; null where it is the first.</param>
public sealed record BeforeBuilding(
    Period Period,
    CutOff CutOff,
    IReadOnlyList<IdentityCheck> Checks,
    IReadOnlyList<(string Text, object[] Parts)> Warnings,
    IReadOnlyList<Figure> Quality,
    IReadOnlyList<Problem> Refusals,
    IReadOnlyList<(string Report, ReleaseEntry? Previous, int Version)> Previous
)
{
    /// <summary>Refusals that checks and warnings tell of in more words.</summary>
    private static readonly string[] IsSaid = ["RE401", "RE406", "RE407"];

    /// <summary>A build would be refused.</summary>
    public bool IsImpossible =>
        Checks.Any(check => !check.Holds)
        || Refusals.Count > 0
        || Warnings.Any(warning => warning.Text is "warning.knew_more" or "warning.opens_later" or "warning.scheduled");

    /// <exception cref="ReportException">The register cannot be read, or has nothing in the period.</exception>
    public static BeforeBuilding Of(BuildOrder order, Office office, SiteOptions options) =>
        Office.Reading(() => Read(order, office, options));

    private static BeforeBuilding Read(BuildOrder order, Office office, SiteOptions options)
    {
        var period = Period.TryParse(order.Period)!;
        using var cases = CaseFile.Open(office.Cases, order.CutOff is null ? null : CutOff.TryParse(order.CutOff));
        Report.RequirePeriod(cases, period, "the register");
        var set = Report.FiguresOf(cases, period, Language.English);
        var (from, to) = set.Window(Cohort.Submission);
        var store = ReleaseStore.Open(office.StoreFor(order.Edition, options.Releases));
        var previous = order
            .Reports.Select(report =>
                (
                    report,
                    store.Last(report, order.Period, order.Edition, order.Language),
                    store.NextVersion(report, order.Period, order.Edition, order.Language)
                )
            )
            .ToList();
        var rules = Templates.EditionFile.Read(options.Installation.Templates)[order.Edition];
        var withheld = set.Protected(rules).One("DQ.04").Quantity is Portion { Numerator: > 0 } portion
            ? portion.Numerator
            : 0;
        var warnings = new List<(string, object[])>();
        Warn(cases.Dataset.Invented != 0, "warning.invented");
        Warn(!period.IsCompleteAt(cases.CutOff), "warning.incomplete");
        Warn(withheld > 0, "warning.withheld", withheld);
        var releaseAt = order.ReleaseAt is { } text
            ? InstantText.TryParse(text)!.Value
            : options.Clock.GetCurrentInstant();
        var coming = Jobs.Scheduled(office.State)
            .Select(build => (build.Publication, Order: OrderText.Read<BuildOrder>(build.Job.Asked)))
            .FirstOrDefault(one =>
                (one.Order.Edition, one.Order.Language) == (order.Edition, order.Language)
                && one.Order.Reports.Intersect(order.Reports).Any()
            );
        Warn(
            coming.Publication is not null,
            "warning.scheduled",
            coming.Publication?.SubjectId ?? 0,
            InstantText.TryParse(coming.Publication?.NotBefore ?? "") ?? default
        );
        foreach (var (_, last, _) in previous)
        {
            Warn(
                last is not null && InstantText.TryParse(last.ReleaseAt) > releaseAt,
                "warning.opens_later",
                last?.Name ?? "",
                InstantText.TryParse(last?.ReleaseAt ?? "") ?? default
            );
            Warn(
                last is not null && InstantText.TryParse(last.CutOff) > cases.CutOff.Instant,
                "warning.knew_more",
                last?.Name ?? ""
            );
        }
        return new BeforeBuilding(
            period,
            cases.CutOff,
            IdentityChecks.Of(set, cases.ReadTotals(from, to)),
            warnings,
            [.. set.Of("DQ.01"), .. set.Of("DQ.02")],
            [
                .. Report
                    .RefusalsOf(Doing.RequestOf(order, "", office, options, null), options.Installation)
                    .Where(problem => !IsSaid.Contains(problem.Code)),
            ],
            previous
        );

        void Warn(bool when, string text, params object[] parts)
        {
            if (when)
            {
                warnings.Add((text, parts));
            }
        }
    }
}
