using Microsoft.AspNetCore.Mvc;
using ReportEngine.Figures;
using ReportEngine.Releases;
using ReportEngine.Web.State;
using ReportEngine.Web.Work;

namespace ReportEngine.Web.Pages.Officials;

/// <summary>A report of a build beside the release before it, a page of the largest changes at a time.</summary>
public sealed class CompareModel(Office office, SiteOptions options, Names names, Wording wording, Texts texts)
    : OfficePage(office, options)
{
    private const int PerPage = 50;

    public long JobId { get; private set; }

    public string ReportName { get; private set; } = "";

    /// <summary>Null for a first release.</summary>
    public Changes? Changes { get; private set; }

    /// <summary>
    /// What is chosen: a metric, a breakdown by its name, and whether figures that did not change show.
    /// </summary>
    [BindProperty(SupportsGet = true)]
    public string? Metric { get; init; }

    [BindProperty(SupportsGet = true)]
    public string? By { get; init; }

    [BindProperty(SupportsGet = true)]
    public string? Show { get; init; }

    [BindProperty(SupportsGet = true)]
    public int Part { get; init; } = 1;

    public IReadOnlyList<ComparedFigure> Chosen { get; private set; } = [];

    public IReadOnlyList<ComparedFigure> Shown => [.. Chosen.Skip((Part - 1) * PerPage).Take(PerPage)];

    public int Parts => (Chosen.Count + PerPage - 1) / PerPage;

    public int First => ((Part - 1) * PerPage) + 1;

    public IReadOnlyList<Metric> Metrics =>
        [
            .. Changes!
                .Compared.Select(figure => figure.Now.Metric)
                .DistinctBy(metric => metric.Id)
                .OrderBy(metric => metric.Id, StringComparer.Ordinal),
        ];

    public IReadOnlyList<string> Breakdowns =>
        [.. Changes!.Compared.Select(figure => BreakdownOf(figure.Now)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>
    /// Of each period, by its name: of two periods the last one's value is not this one's, corrected.
    /// </summary>
    public string Before =>
        Changes!.IsOfSamePeriod
            ? texts["compare.before"]
            : texts["compare.before_other", wording.NameOf(Changes.Before.Period)];

    public string Now { get; private set; } = "";

    public IActionResult OnGet(long id, string report)
    {
        if (
            Jobs.FindBuild(Office.State, id) is not { Job.State: JobState.Done } build
            || OrderText.Read<BuildOrder>(build.Job.Asked) is var order && !order.Reports.Contains(report)
        )
        {
            return NotFound();
        }
        (JobId, ReportName) = (id, names.OfReport(report));
        Log(Act.Downloaded, Jobs.NameOf(id) + ", " + report + ", compared with the last release");
        Changes = Changes.Of(
            Doing.FoldersOf(order, Office.BuildOf(id))[order.Reports.ToList().IndexOf(report)],
            Office,
            Options
        );
        if (Changes is null)
        {
            return Page();
        }
        Now = Changes.IsOfSamePeriod ? texts["compare.now"] : texts["compare.now_other", wording.NameOf(order.Period)];
        Chosen =
        [
            .. Changes.Compared.Where(figure =>
                (Show == "all" || figure.IsChanged)
                && (string.IsNullOrEmpty(Metric) || figure.Now.Metric.Id == Metric)
                && (string.IsNullOrEmpty(By) || BreakdownOf(figure.Now) == By)
            ),
        ];
        return Part >= 1 && (Part == 1 || Part <= Parts) ? Page() : NotFound();
    }

    public string AddressOf(int part) =>
        Request.Path
        + QueryString
            .Create("metric", Metric ?? "")
            .Add("by", By ?? "")
            .Add("show", Show ?? "")
            .Add("part", part.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Rises have a sign too, so that no column of changes is read as one of values.</summary>
    public string DifferenceOf(ComparedFigure figure)
    {
        var text = wording.Sentence(figure.Now with { Quantity = figure.Difference });
        return figure.IsRise && figure.Difference is Measured && !text.StartsWith('+') ? "+" + text : text;
    }

    private string BreakdownOf(Figure figure) =>
        figure.Dimensions.Count == 0
            ? texts["compare.everything"]
            : string.Join(", ", figure.Dimensions.Select(value => wording.NameOf(value.Dimension)));
}
