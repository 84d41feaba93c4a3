using ReportEngine.Languages;
using ReportEngine.Templates;
using ReportEngine.Web.State;

namespace ReportEngine.Web;

/// <summary>Jobs, reports and languages as people call them; read once.</summary>
public sealed class Names(Texts texts, Wording wording, SiteOptions options)
{
    private readonly Lazy<IReadOnlyList<ReportTemplate>> reports = new(() =>
        ReportTemplate.All(options.Installation.Templates, Language.English)
    );

    private readonly Lazy<IReadOnlyList<Language>> languages = new(() =>
        LanguageFile.All(options.Installation.Templates)
    );

    public IReadOnlyList<Language> Languages => languages.Value;

    public IReadOnlyList<ReportTemplate> Reports => reports.Value;

    public string OfReport(string id) => Reports.FirstOrDefault(report => report.ReportId == id)?.Title ?? id;

    public string OfLanguage(string code) => Languages.FirstOrDefault(language => language.Code == code)?.Name ?? code;

    /// <summary>How far a job has come; of a build, with what was decided, and the hour it waits for.</summary>
    public string OfStage(Job job, DecidedBuild? build) =>
        build is { Stage: Stage.Scheduled, Publication.NotBefore: var hour }
            ? texts["stage.Scheduled", wording.Time(hour)]
            : texts["stage." + (build?.Stage.ToString() ?? job.State.ToString())];

    public string Of(Job job) =>
        job.Kind switch
        {
            JobKind.Build when OrderText.Read<BuildOrder>(job.Asked) is var order => texts[
                "job.build",
                job.JobId,
                order.Reports.Count == Reports.Count
                    ? texts["job.all_reports"]
                    : string.Join(", ", order.Reports.Select(OfReport)),
                wording.NameOf(order.Period)
            ],
            JobKind.Publish => texts["job.publish", job.JobId, job.SubjectId],
            JobKind.Import => texts["job.import", job.JobId],
            _ => texts["job.verify", job.JobId, OrderText.Read<VerificationOrder>(job.Asked).Release],
        };
}
