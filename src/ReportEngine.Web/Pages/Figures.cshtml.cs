using Microsoft.AspNetCore.Mvc.RazorPages;
using ReportEngine.Figures;

namespace ReportEngine.Web.Pages;

/// <summary>The figures of the open releases, in groups of the catalogue.</summary>
public sealed class FiguresModel(Shelf shelf) : PageModel
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["REF"] = "Referrals",
        ["ACC"] = "Accounts",
        ["MIR"] = "Mirror accounts",
        ["OUT"] = "What platforms did",
        ["RT"] = "Response times",
        ["UDR"] = "Requests for user data",
        ["LEG"] = "Legal basis",
        ["SAF"] = "Safeguards and our own errors",
        ["DET"] = "Detection",
        ["COM"] = "What was asked of platforms",
        ["NAP"] = "National Action Plan",
        ["DQ"] = "How complete the register is",
    };

    public IReadOnlyList<IGrouping<string, Metric>> Groups { get; private set; } = [];

    public void OnGet()
    {
        var released = shelf.Open().SelectMany(release => release.Figures.Where(figure => figure.Period.Id == release.Period.Id)).Select(figure => figure.Metric.Id).ToHashSet(StringComparer.Ordinal);
        Groups = [.. MetricCatalogue.All.Where(metric => released.Contains(metric.Id)).GroupBy(metric => Names.GetValueOrDefault(metric.Id[..metric.Id.IndexOf('.', StringComparison.Ordinal)], "Others"))];
    }
}
