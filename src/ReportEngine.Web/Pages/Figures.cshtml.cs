using Microsoft.AspNetCore.Mvc.RazorPages;
using ReportEngine.Figures;

namespace ReportEngine.Web.Pages;

/// <summary>The figures of the open releases, in groups of the catalogue.</summary>
public sealed class FiguresModel(Shelf shelf) : PageModel
{
    /// <summary>By what ids begin with: OUT, RT, …</summary>
    public IReadOnlyList<IGrouping<string, Metric>> Groups { get; private set; } = [];

    public void OnGet()
    {
        var released = shelf
            .Open()
            .SelectMany(release => release.Figures.Where(figure => figure.Period.Id == release.Period.Id))
            .Select(figure => figure.Metric.Id)
            .ToHashSet(StringComparer.Ordinal);
        Groups =
        [
            .. MetricCatalogue
                .All.Where(metric => released.Contains(metric.Id))
                .GroupBy(metric => metric.Id[..metric.Id.IndexOf('.', StringComparison.Ordinal)]),
        ];
    }
}
