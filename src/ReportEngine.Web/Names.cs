using ReportEngine.Languages;
using ReportEngine.Templates;
using ReportEngine.Web.State;

namespace ReportEngine.Web;

/// <summary>Jobs, reports and languages as people call them; read once.</summary>
public sealed class Names(Texts texts, Wording wording, SiteOptions options)
{
    private readonly Lazy<IReadOnlyList<ReportTemplate>> reports = new(() =>
        ReportTemplate.All(options.Installation, Language.English)
    );

    private readonly Lazy<IReadOnlyList<Language>> languages = new(() =>
        LanguageFile.All(options.Installation.Templates)
    );

    public IReadOnlyList<Language> Languages => languages.Value;

    public IReadOnlyList<ReportTemplate> Reports => reports.Value;

    public string OfReport(string id) => Reports.FirstOrDefault(report => report.ReportId == id)?.Title ?? id;

    public string OfLanguage(string code) => Languages.FirstOrDefault(language => language.Code == code)?.Name ?? code;

    /// <summary>What was asked for, by the name of its label; nothing of it is left out.</summary>
    /// <param name="cutOff">Of the data, where it is known; otherwise what was chosen.</param>
    public IReadOnlyList<(string Label, string Value)> Of(BuildOrder order, CutOff? cutOff) =>
        [
            ("new.reports", string.Join(", ", order.Reports.Select(OfReport))),
            ("new.period", wording.NameOf(order.Period)),
            (
                "new.cut_off",
                cutOff is { } known ? wording.Words.Numbers.Date(known.Day)
                : order.CutOff is { } day ? DayOf(day)
                : texts["job.all_data"]
            ),
            ("new.edition", texts["words." + order.Edition]),
            ("new.language", OfLanguage(order.Language)),
            ("new.status", texts[order.IsFinal ? "words.final" : "words.provisional"]),
            ("new.when", order.ReleaseAt is { } at ? wording.Time(at) : texts["new.at_once"]),
            ("new.next", order.NextUpdate is { } next ? DayOf(next) : texts["new.none"]),
            ("audit.accepted", order.SignOff ?? texts["new.none"]),
        ];

    private string DayOf(string day) => wording.Words.Numbers.Date(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value);

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
