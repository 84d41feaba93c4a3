using NodaTime;
using NodaTime.Text;
using ReportEngine.Documents;
using ReportEngine.Languages;
using ReportEngine.Releases;
using ReportEngine.Web.State;

namespace ReportEngine.Web.Pages.Officials;

/// <summary>The form of an order as a browser sends it: texts, which may be anything.</summary>
public sealed record OrderForm
{
    private const string TimeForm = "2026-01-20T09:30 (Pakistan time)";
    private const string DayForm = "2026-01-15";
    private const int LongestWords = 500;

    public List<string> Report { get; init; } = [];

    public string Period
    {
        get;
        init => field = value ?? "";
    } = "";

    public string CutOff
    {
        get;
        init => field = value ?? "";
    } = "";

    public string Edition
    {
        get;
        init => field = value ?? "";
    } = Documents.Edition.Public;

    public string Language
    {
        get;
        init => field = value ?? "";
    } = "en";

    public bool Final { get; init; }

    /// <summary>"once": when it is approved; "at": at a time.</summary>
    public string When
    {
        get;
        init => field = value ?? "";
    } = "once";

    public string At
    {
        get;
        init => field = value ?? "";
    } = "";

    public string Next
    {
        get;
        init => field = value ?? "";
    } = "";

    public string Accept
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>What was ordered, to be changed and ordered again.</summary>
    internal static OrderForm Of(BuildOrder order) =>
        new()
        {
            Report = [.. order.Reports],
            Period = order.Period,
            CutOff = order.CutOff ?? "",
            Edition = order.Edition,
            Language = order.Language,
            Final = order.IsFinal,
            When = order.ReleaseAt is null ? "once" : "at",
            At =
                order.ReleaseAt is { } text && InstantText.TryParse(text) is { } at
                    ? LocalDateTimePattern
                        .CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm")
                        .Format(at.InZone(ReportEngine.Period.Zone).LocalDateTime)
                    : "",
            Next = order.NextUpdate ?? "",
            Accept = order.SignOff ?? "",
        };

    internal IEnumerable<(string Name, string Value)> Fields =>
        [
            .. Report.Select(report => ("report", report)),
            ("period", Period),
            ("cutoff", CutOff),
            ("edition", Edition),
            ("language", Language),
            ("final", Final ? "true" : "false"),
            ("when", When),
            ("at", At),
            ("next", Next),
            ("accept", Accept),
        ];

    /// <summary>Of an order as it was checked, to be held against what is sent to be built.</summary>
    internal static string DigestOf(BuildOrder order) =>
        Manifest.Sha256(System.Text.Encoding.UTF8.GetBytes(OrderText.Of(order)));

    /// <summary>The order, or all that is wrong with it.</summary>
    internal (BuildOrder? Order, IReadOnlyList<Problem> Problems) Read(
        IClock clock,
        IReadOnlyList<string> reports,
        IReadOnlyList<Language> languages
    )
    {
        var problems = new List<Problem>();
        Require(
            Report.Count > 0 && Report.All(reports.Contains),
            "report",
            string.Join(", ", Report),
            string.Join(", ", reports)
        );
        Require(ReportEngine.Period.TryParse(Period) is not null, "period", Period, ReportEngine.Period.ValidForms);
        Require(CutOff.Length == 0 || ReportEngine.CutOff.TryParse(CutOff) is not null, "cutoff", CutOff, DayForm);
        Require(
            Documents.Edition.All.Any(edition => edition.Id == Edition),
            "edition",
            Edition,
            string.Join(", ", Documents.Edition.All.Select(edition => edition.Id))
        );
        Require(
            languages.Any(language => language.Code == Language),
            "language",
            Language,
            string.Join(", ", languages.Select(language => language.Code))
        );
        Require(When is "once" or "at", "when", When, "once, at");
        var at =
            When == "at"
            && LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(At)
                is { Success: true, Value: { Year: >= 2000 and < 2100 } local }
                ? local.InZoneLeniently(ReportEngine.Period.Zone).ToInstant()
                : (Instant?)null;
        Require(When != "at" || at > clock.GetCurrentInstant(), "at", At, "a time to come, as " + TimeForm);
        Require(Next.Length == 0 || LocalDatePattern.Iso.Parse(Next).Success, "next", Next, DayForm);
        Require(
            Accept.Length <= LongestWords,
            "accept",
            Accept,
            FormattableString.Invariant($"at most {LongestWords} characters")
        );
        return (
            problems.Count > 0
                ? null
                : new BuildOrder(
                    [.. Report.Distinct()],
                    Period,
                    None(CutOff),
                    Edition,
                    Language,
                    Final,
                    at is { } time ? InstantText.Of(time) : null,
                    None(Next),
                    None(Accept.Trim())
                ),
            problems
        );

        void Require(bool holds, string place, string found, string expected)
        {
            if (!holds)
            {
                problems.Add(
                    new Problem(place, "RE002", found.Length == 0 ? "Nothing is given." : "'" + found + "'", expected)
                );
            }
        }
    }

    private static string? None(string text) => text.Length == 0 ? null : text;
}
