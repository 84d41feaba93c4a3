using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReportEngine.Documents;
using ReportEngine.Releases;
using ReportEngine.Web.State;
using ReportEngine.Web.Work;

namespace ReportEngine.Web.Pages.Officials;

/// <summary>One job: how far it is, what came of it, and for a build what is decided about it.</summary>
[EnableRateLimiting(Limits.Expensive)]
public sealed class JobModel(Office office, SiteOptions options, Names names, Workshop workshop)
    : OfficePage(office, options)
{
    private const int LongestWords = 1000;

    public Job Job { get; private set; } = null!;

    /// <summary>Null where it is another kind of job.</summary>
    public DecidedBuild? Build { get; private set; }

    public string Title => names.Of(Job);

    public string Stage => names.OfStage(Job, Build);

    public BuildStep? Step => workshop.StepOf(Job.JobId);

    public long Ahead => Jobs.Ahead(Office.State, Job.JobId);

    /// <summary>Of an import with what was found, while its files are kept.</summary>
    public IReadOnlyList<Problem> Failures =>
        Job.Problems is not { } text
            ? []
            : OrderText.Read<List<Problem>>(
                Upload is { } upload && System.IO.File.Exists(Path.Combine(upload, Uploads.Problems))
                    ? System.IO.File.ReadAllText(Path.Combine(upload, Uploads.Problems))
                    : text
            );

    public IReadOnlyList<Problem> PublicationFailures =>
        Build?.Publication?.Problems is { } text ? OrderText.Read<List<Problem>>(text) : [];

    public IReadOnlyList<ProblemRow> Rows => ProblemRows.Of(Upload!, Failures);

    public bool HasUpload => Upload is { } upload && Directory.Exists(upload);

    /// <summary>The reports of a finished build, with their manifests.</summary>
    public IReadOnlyList<(string Report, Manifest Manifest)> Reports { get; private set; } = [];

    public string EditionId => Order?.Edition ?? "";

    public bool IsAtOnce => Order?.ReleaseAt is null;

    /// <summary>When readers get what is published but not open yet.</summary>
    public string? OpensAt =>
        Order?.ReleaseAt is { } at && InstantText.TryParse(at) > Options.Clock.GetCurrentInstant() ? at : null;

    /// <summary>What was asked for, by the name of its label.</summary>
    public IReadOnlyList<(string Label, string Value)> Asked =>
        Order is { } order
            ? names.Of(order, Reports.Count > 0 ? ManifestRules.CutOffOf(Reports[0].Manifest) : null)
            : [];

    /// <summary>The form with what was chosen; null where it is no build, or not the time to change it.</summary>
    public string? Again =>
        Order is { } order
        && Build?.Stage
            is Web.State.Stage.Failed
                or Web.State.Stage.Cancelled
                or Web.State.Stage.Built
                or Web.State.Stage.Returned
                or Web.State.Stage.Stopped
                or Web.State.Stage.NotPublished
            ? "/office/new"
                + QueryString.Create(
                    OrderForm.Of(order).Fields.Select(one => KeyValuePair.Create(one.Name, (string?)one.Value))
                )
            : null;

    /// <summary>The release a report of the build is held against; null where it is the first.</summary>
    public string? PreviousOf(Manifest manifest) =>
        manifest.PreviousRelease is { } digest
            ? ReleaseStore
                .Open(Office.StoreFor(manifest.Edition, Options.Releases))
                .Entries.FirstOrDefault(entry => entry.Manifest == digest)
                ?.Name
            : null;

    /// <summary>The checks as they come out with the register as it is now, for who decides; null for others.</summary>
    public BeforeBuilding? Checks()
    {
        BeforeBuilding? checks = null;
        return
            Order is { } order
            && Build!.MayBeDecidedBy(Person)
            && Tried(() => checks = BeforeBuilding.Of(order, Office, Options))
            ? checks
            : null;
    }

    private string? Upload =>
        Job.Kind == JobKind.Import ? Path.Combine(Office.Uploads, OrderText.Read<ImportOrder>(Job.Asked).Upload) : null;

    private BuildOrder? Order => Job.Kind == JobKind.Build ? OrderText.Read<BuildOrder>(Job.Asked) : null;

    public IActionResult OnGet(long id)
    {
        if (!Find(id))
        {
            return NotFound();
        }
        if (HasUpload && Failures.Count > 0)
        {
            Log(Act.Downloaded, Jobs.NameOf(id) + ", rows with problems");
        }
        return Page();
    }

    public IActionResult OnPostCancel(long id)
    {
        if (!Find(id))
        {
            return NotFound();
        }
        if (Jobs.Cancel(Office.State, Person, id))
        {
            workshop.Stop(id);
        }
        return LocalRedirect(Addresses.OfJob(id));
    }

    public IActionResult OnPostDiscard(long id)
    {
        if (!Find(id) || Job is not { Kind: JobKind.Import, IsOver: true })
        {
            return NotFound();
        }
        Uploads.Delete(Office, OrderText.Read<ImportOrder>(Job.Asked).Upload);
        return LocalRedirect(Addresses.OfJob(id));
    }

    public IActionResult OnPostHandover(long id) => Decide(id, DecisionAct.Handover, null);

    public IActionResult OnPostApprove(long id, bool looked) =>
        looked
            ? Decide(id, DecisionAct.Approval, null)
            : Refuse(
                id,
                new Problem("looked", "RE566", "It was not said that the report was looked at.", "the box to be ticked")
            );

    public IActionResult OnPostReturn(long id, string? words) =>
        words?.Trim() is { Length: > 0 and <= LongestWords } reason
            ? Decide(id, DecisionAct.Return, reason)
            : Refuse(id, NoReason("words"));

    public IActionResult OnPostStop(long id, string? words)
    {
        if (words?.Trim() is not { Length: > 0 and <= LongestWords } reason)
        {
            return Refuse(id, NoReason("why"));
        }
        if (!Find(id) || Build is null)
        {
            return NotFound();
        }
        return Tried(() => Jobs.Stop(Office.State, Person, id, reason)) ? LocalRedirect(Addresses.OfJob(id))
            : Find(id) ? Page()
            : NotFound();
    }

    private static Problem NoReason(string place) =>
        new(
            place,
            "RE566",
            "No reason is given, or a very long one.",
            FormattableString.Invariant($"what has to change, in at most {LongestWords} characters")
        );

    /// <summary>
    /// Where a published release is read by this person: by readers' way as soon as it is open to them.
    /// </summary>
    public string AddressOf(string release) =>
        Order?.Edition switch
        {
            Edition.Public when OpensAt is null => "/releases/" + release,
            Edition.Auditor => "/audit/releases/" + release,
            _ => "/office/releases/" + release,
        };

    /// <summary>
    /// Of a build alone: the page of an import may show rows, which is told in the log where it is asked for.
    /// </summary>
    private IActionResult Decide(long id, DecisionAct act, string? words)
    {
        if (!Tried(() => Jobs.Decide(Office.State, Person, id, act, words)))
        {
            return Find(id) && Build is not null ? Page() : NotFound();
        }
        workshop.Wake();
        return LocalRedirect(Addresses.OfJob(id));
    }

    private IActionResult Refuse(long id, Problem problem)
    {
        Problems = [problem];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Find(id) && Build is not null ? Page() : NotFound();
    }

    private bool Find(long id)
    {
        if (Jobs.Find(Office.State, id) is not { Kind: JobKind.Build or JobKind.Import or JobKind.Publish } job)
        {
            return false;
        }
        Job = job;
        Build = Jobs.FindBuild(Office.State, id);
        if (Build is { Job.State: JobState.Done } && Order is { } order)
        {
            Reports =
            [
                .. order
                    .Reports.Zip(Doing.FoldersOf(order, Office.BuildOf(id)))
                    .Where(one => Directory.Exists(one.Second))
                    .Select(one =>
                        (
                            one.First,
                            Manifest.Read(System.IO.File.ReadAllBytes(Path.Combine(one.Second, Manifest.FileName)))
                        )
                    ),
            ];
        }
        return true;
    }
}
