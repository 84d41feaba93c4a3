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

    /// <summary>What was checked, as it would be built; null where that cannot be.</summary>
    public BuildOrder? Order { get; private set; }

    /// <summary>What was sent to be built is not what had been checked; its checks are shown instead.</summary>
    public bool IsOther { get; private set; }

    public IReadOnlyList<(string Label, string Value)> Asked => names.Of(Order!, Before!.CutOff);

    public string Checked => OrderForm.DigestOf(Order!);

    public void OnGet([FromQuery] OrderForm form, bool check = false)
    {
        Form = form;
        if (Tried(Prepare) && check)
        {
            Check();
        }
    }

    /// <summary>To the address of the checks, which can be kept and sent to somebody.</summary>
    public IActionResult OnPostCheck([FromForm] OrderForm form)
    {
        Form = form;
        return Tried(Prepare) && Read() is not null
            ? LocalRedirect(
                "/office/new"
                    + QueryString.Create(
                        Form.Fields.Append(("check", "true"))
                            .Select(one => KeyValuePair.Create(one.Item1, (string?)one.Item2))
                    )
                    + "#checks"
            )
            : Page();
    }

    /// <param name="checkedAs">What the button of the checks stood for.</param>
    public IActionResult OnPost([FromForm] OrderForm form, [FromForm(Name = "checked")] string? checkedAs)
    {
        Form = form;
        if (!Tried(Prepare) || Read() is not { } order)
        {
            return Page();
        }
        if (OrderForm.DigestOf(order) != checkedAs)
        {
            IsOther = true;
            Check();
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        long job = 0;
        if (!Tried(() => job = Jobs.Add(Office.State, Person, JobKind.Build, order)))
        {
            return Page();
        }
        workshop.Wake();
        return LocalRedirect(Addresses.OfJob(job));
    }

    /// <summary>Whether a problem is about a field of the form, for those who do not see where it stands.</summary>
    public string? Invalid(string field) =>
        Problems.Concat(Before?.Refusals ?? []).Any(problem => PageProblems.FieldOf(problem) == field) ? "true" : null;

    private void Check()
    {
        if (Read() is { } order && Tried(() => Before = BeforeBuilding.Of(order, Office, Options)))
        {
            Order = order;
        }
    }

    private BuildOrder? Read()
    {
        var (order, problems) = Form.Read(Options.Clock, [.. Reports.Select(report => report.ReportId)], Languages);
        Problems = problems;
        return order;
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
