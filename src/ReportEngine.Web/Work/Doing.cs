using System.Globalization;
using NodaTime;
using NodaTime.Text;
using ReportEngine.Cases;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Releases;
using ReportEngine.Rendering;
using ReportEngine.Templates;
using ReportEngine.Web.State;

namespace ReportEngine.Web.Work;

/// <summary>What each kind of job does. Any of them may be begun again after it was interrupted.</summary>
internal static class Doing
{
    public static JobEnd Of(
        Job job,
        Office office,
        SiteOptions options,
        IProgress<BuildStep> progress,
        CancellationToken cancel
    ) =>
        job.Kind switch
        {
            JobKind.Build => JobEnd.Done(
                Act.Built,
                Build(
                    OrderText.Read<BuildOrder>(job.Asked),
                    office.BuildOf(job.JobId),
                    office,
                    options,
                    progress,
                    cancel
                )
            ),
            JobKind.Publish => Publish(
                Jobs.FindBuild(office.State, job.SubjectId!.Value)!.Job,
                job,
                office,
                options,
                progress
            ),
            JobKind.Import => Import(
                OrderText.Read<ImportOrder>(job.Asked),
                office.BuildOf(job.JobId),
                office,
                progress,
                cancel
            ),
            _ => JobEnd.Done(
                Act.Verified,
                Verify(OrderText.Read<VerificationOrder>(job.Asked).Release, office, options)
            ),
        };

    private static JobEnd Publish(
        Job build,
        Job publication,
        Office office,
        SiteOptions options,
        IProgress<BuildStep> progress
    ) =>
        Publication.Of(build, publication, office, options, progress) is { } names
            ? JobEnd.Done(Act.Published, names)
            : JobEnd.WaitingFor(OrderText.Read<BuildOrder>(build.Asked).ReleaseAt!);

    /// <summary>Builds what was ordered into a folder of its own.</summary>
    /// <param name="releaseAt">What is published is made for; without it, a draft is made.</param>
    public static string Build(
        BuildOrder order,
        string output,
        Office office,
        SiteOptions options,
        IProgress<BuildStep>? progress,
        CancellationToken cancel,
        Instant? releaseAt = null
    )
    {
        var files = Office.Reading(() =>
            Report.Build(RequestOf(order, output, office, options, releaseAt), options.Installation, progress, cancel)
        );
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{string.Join(", ", order.Reports)}; {order.Period}, {order.Edition}, {order.Language}; {files.Count}"
                + $" files"
        );
    }

    /// <summary>What an order is to the engine.</summary>
    /// <param name="releaseAt">As for <see cref="Build"/>.</param>
    /// <exception cref="ReportException">RE225: a report of an office's own may be in one language alone.</exception>
    public static BuildRequest RequestOf(
        BuildOrder order,
        string output,
        Office office,
        SiteOptions options,
        Instant? releaseAt
    )
    {
        var language = LanguageFile.All(options.Installation.Templates).First(one => one.Code == order.Language);
        var at =
            releaseAt
            ?? (order.ReleaseAt is { } text ? InstantText.TryParse(text) : null)
            ?? Whole(options.Clock.GetCurrentInstant());
        if (ReportTemplate.NotWritten(options.Installation, language, order.Reports) is { } missing)
        {
            throw new ReportException(ExitCode.WrongUsage, missing);
        }
        var templates = ReportTemplate
            .All(options.Installation, language)
            .Where(template => order.Reports.Contains(template.ReportId))
            .ToList();
        return new BuildRequest(
            templates,
            office.Cases,
            "the register",
            Period.TryParse(order.Period),
            order.CutOff is null ? null : CutOff.TryParse(order.CutOff),
            Edition.All.First(edition => edition.Id == order.Edition),
            language,
            options.Formats,
            output,
            new Releasing(
                ReleaseStore.Open(office.StoreFor(order.Edition, options.Releases)),
                order.IsFinal,
                at,
                order.NextUpdate is null ? null : LocalDatePattern.Iso.Parse(order.NextUpdate).Value,
                order.SignOff,
                IsDraft: releaseAt is null
            )
        );
    }

    /// <summary>The folders of the reports that an order was built into.</summary>
    public static IReadOnlyList<string> FoldersOf(BuildOrder order, string output) =>
        [
            .. order.Reports.Select(report =>
                Path.Combine(output, report, order.Period, order.Edition + "-" + order.Language)
            ),
        ];

    public static Instant Whole(Instant instant) => Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds());

    /// <summary>Into a folder of its own, so that two do not meet; the last to end is the register.</summary>
    private static JobEnd Import(
        ImportOrder order,
        string output,
        Office office,
        IProgress<BuildStep> progress,
        CancellationToken cancel
    )
    {
        var folder = Path.Combine(office.Uploads, order.Upload);
        if (!Directory.Exists(folder))
        {
            throw new ReportException(
                ExitCode.WrongUsage,
                new Problem("upload", "RE568", "The uploaded files are not there any more.", null, "Upload them again.")
            );
        }
        Office.Create(output);
        var draft = Path.Combine(output, Path.GetFileName(office.Cases));
        var summary = Placed(
            folder,
            () =>
                Cases.Import.Folder(
                    folder,
                    draft,
                    new Rows(step =>
                    {
                        cancel.ThrowIfCancellationRequested();
                        progress.Report(
                            new BuildStep(step.Table, (int)(100 * step.BytesRead / Math.Max(1, step.BytesTotal)), 100)
                        );
                    }),
                    replace: true
                )
        );
        office.Replace(draft);
        var result = string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Tables.Sum(table => table.Rows):#,##0} rows in {summary.Tables.Count} tables"
        );
        return JobEnd.Done(Act.Imported, result) with
        {
            Problems = summary.Warnings.Count > 0 ? Keep(folder, summary.Warnings) : null,
        };
    }

    /// <summary>
    /// Problems may quote the register, so they are kept beside the uploaded files and go with them; what stays is
    /// where each was and which rule it broke, by the name of the file alone.
    /// </summary>
    private static T Placed<T>(string folder, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (ReportException error)
        {
            throw new ReportException(error.ExitCode, Keep(folder, error.Problems));
        }
    }

    private static IReadOnlyList<Problem> Keep(string folder, IReadOnlyList<Problem> problems)
    {
        var placed = problems
            .Select(problem =>
                problem with
                {
                    Place =
                        problem.Place == folder
                            ? "upload"
                            : problem.Place.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal),
                }
            )
            .ToList();
        File.WriteAllText(Path.Combine(folder, Uploads.Problems), OrderText.Of(placed));
        return
        [
            .. placed.Select(problem =>
                problem with
                {
                    Found = "It was deleted with the uploaded files.",
                    Remedy = null,
                }
            ),
        ];
    }

    private static string Verify(string release, Office office, SiteOptions options)
    {
        var (store, entry) =
            Holdings.Find(office, options, release)
            ?? throw new ReportException(
                ExitCode.WrongUsage,
                new Problem(release, "RE547", "There is no such release.", "a release of the store")
            );
        var verified = Office.Reading(() =>
            Verification.Run(
                new VerificationRequest(store.FolderOf(entry), office.Cases, null, store.Folder),
                options.Installation
            )
        );
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{release}: {verified.Files} files, {verified.Bytes:#,##0} bytes, the same when built again"
        );
    }

    private sealed class Rows(Action<ImportProgress> show) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => show(value);
    }
}
