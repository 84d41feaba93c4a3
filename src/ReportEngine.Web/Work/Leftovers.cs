using NodaTime;
using ReportEngine.Releases;
using ReportEngine.Web.State;

namespace ReportEngine.Web.Work;

/// <summary>
/// What jobs leave behind and nobody needs once their end is written: before that, a job that is begun again after a
/// restart looks at it to see how far it had come.
/// </summary>
internal static class Leftovers
{
    /// <summary>How long the files of an import with problems are kept, to show the rows beside its problems.</summary>
    private static readonly Duration Kept = Duration.FromDays(1);

    public static void Sweep(Office office, IClock clock)
    {
        var imports = Jobs.Latest(office.State, int.MaxValue, JobKind.Import);
        var byUpload = imports.ToLookup(job => OrderText.Read<ImportOrder>(job.Asked).Upload, StringComparer.Ordinal);
        foreach (
            var folder in new DirectoryInfo(office.Uploads)
                .GetDirectories()
                .Where(folder => !IsNeeded(byUpload[folder.Name].FirstOrDefault(), folder, clock))
        )
        {
            Delete(folder);
        }
        var over = imports
            .Concat(Jobs.Latest(office.State, int.MaxValue, JobKind.Publish))
            .Where(job => job.IsOver)
            .Select(job => new DirectoryInfo(office.BuildOf(job.JobId)));
        foreach (var folder in over.Where(folder => folder.Exists))
        {
            Delete(folder);
        }
    }

    private static bool IsNeeded(Job? job, DirectoryInfo folder, IClock clock) =>
        job switch
        {
            { IsOver: false } => true,
            { EndedAt: { } ended } when job.State == JobState.Failed || job.Problems is not null =>
                InstantText.TryParse(ended) + Kept >= clock.GetCurrentInstant(),
            // Being uploaded, or looked at by an auditor.
            null => Instant.FromDateTimeUtc(folder.LastWriteTimeUtc) + Kept >= clock.GetCurrentInstant(),
            _ => false,
        };

    /// <summary>The next time, if not now.</summary>
    private static void Delete(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Somebody else is deleting it, or the disk does not answer.
        }
    }
}
