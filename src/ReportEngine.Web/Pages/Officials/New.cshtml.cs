using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReportEngine.Cases;
using ReportEngine.Languages;
using ReportEngine.Templates;
using ReportEngine.Web.State;
using ReportEngine.Web.Work;

namespace ReportEngine.Web.Pages.Officials;

/// <summary>Choosing what to build; checks and warnings first, then the order.</summary>
[EnableRateLimiting(Limits.Expensive)]
public sealed class NewModel(Office office, SiteOptions options, Names names, Wording wording, Workshop workshop)
    : OfficePage(office, options)
{
    public OrderForm Form { get; private set; } = new();

    public IReadOnlyList<ReportTemplate> Reports => names.Reports;

    /// <summary>Quarters of the register, newest first, then the years they are in.</summary>
    public IReadOnlyList<Period> Periods { get; private set; } = [];

    public IReadOnlyList<Language> Languages => names.Languages;

    public string ExtractedOn { get; private set; } = "";

    /// <summary>Null until checks are asked for, and where they cannot be made.</summary>
    public BeforeBuilding? Before { get; private set; }

    public IEnumerable<(string Name, string Value)> Hidden => Form.Fields;

    public void OnGet([FromQuery] OrderForm form, bool check = false)
    {
        Form = form;
        if (!Tried(Prepare))
        {
            return;
        }
        if (
            check
            && Form.Read(Options.Clock, [.. Reports.Select(report => report.ReportId)], Languages)
                is var (order, problems)
        )
        {
            Problems = problems;
            Tried(() => Before = order is null ? null : BeforeBuilding.Of(order, Office, Options));
        }
    }

    public IActionResult OnPost([FromForm] OrderForm form)
    {
        Form = form;
        if (!Tried(Prepare))
        {
            return Page();
        }
        var (order, problems) = Form.Read(Options.Clock, [.. Reports.Select(report => report.ReportId)], Languages);
        Problems = problems;
        long job = 0;
        if (order is null || !Tried(() => job = Jobs.Add(Office.State, Person, JobKind.Build, order)))
        {
            return Page();
        }
        workshop.Wake();
        return LocalRedirect(Addresses.OfJob(job));
    }

    public bool Has(string report) => Form.Report.Count == 0 || Form.Report.Contains(report);

    public string NameOf(string report) => names.OfReport(report);

    private void Prepare()
    {
        using var cases = CaseFile.Open(Office.Cases, null);
        ExtractedOn = wording.Words.Numbers.Date(cases.CutOff.Day);
        var quarters = cases.Quarters();
        Periods =
        [
            .. quarters.Reverse(),
            .. quarters
                .Select(quarter => quarter.Id[..4])
                .Concat(quarters.Select(quarter => quarter.FiscalYear))
                .Distinct()
                .OrderDescending(StringComparer.Ordinal)
                .Select(Period.TryParse)
                .OfType<Period>(),
        ];
        if (Form.Period.Length == 0)
        {
            Form = Form with
            {
                Period = quarters.LastOrDefault(quarter => quarter.IsCompleteAt(cases.CutOff))?.Id ?? "",
            };
        }
    }
}
