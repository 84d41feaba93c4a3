using ReportEngine.Figures;
using ReportEngine.Releases;
using ReportEngine.Web.State;

namespace ReportEngine.Web.Work;

/// <summary>Puts an approved build into its store, with all its reports or none.</summary>
internal static class Publication
{
    /// <summary>A build is made against the store as it is, so one is published after the other.</summary>
    private static readonly Lock One = new();

    private const int Tries = 60;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>
    /// What has a time of release that is still to come is published as it is. Otherwise the time of release is now,
    /// and as that stands on the cover, the build is made again and must have the figures and the inputs that were
    /// approved.
    /// </summary>
    /// <returns>The names of the releases.</returns>
    /// <exception cref="ReportException">
    /// RE569: what would be published is not what was approved; RE541: the store is another by now.
    /// </exception>
    public static string Of(
        Job build,
        Job publication,
        Office office,
        SiteOptions options,
        IProgress<BuildStep> progress
    )
    {
        lock (One)
        {
            for (var tries = 1; ; tries++)
            {
                try
                {
                    return Put(build, publication, office, options, progress);
                }
                catch (ReportException error) when (tries < Tries && error.Problems[0].Code == "RE512")
                {
                    // Somebody publishes from the command line just now.
                    Thread.Sleep(Pause);
                }
            }
        }
    }

    private static string Put(
        Job build,
        Job publication,
        Office office,
        SiteOptions options,
        IProgress<BuildStep> progress
    )
    {
        var order = OrderText.Read<BuildOrder>(build.Asked);
        var store = office.StoreFor(order.Edition, options.Releases);
        var (approved, again) = (office.BuildOf(build.JobId), office.BuildOf(publication.JobId));
        foreach (var output in (string[])[approved, again])
        {
            if (Published(Doing.FoldersOf(order, output), store) is { } done)
            {
                // An earlier try was interrupted after it had published.
                return done;
            }
        }
        var now = Doing.Whole(options.Clock.GetCurrentInstant());
        if (order.ReleaseAt is { } at && InstantText.TryParse(at) > now)
        {
            return Names(Publishing.Publish(Doing.FoldersOf(order, approved), store, options.Installation));
        }
        Doing.Build(order, again, office, options, progress, CancellationToken.None, now);
        foreach (var (before, after) in Doing.FoldersOf(order, approved).Zip(Doing.FoldersOf(order, again)))
        {
            if (!SameFigures(before, after) || PlaceOf(before) != PlaceOf(after))
            {
                throw new ReportException(
                    ExitCode.DataFailed,
                    new Problem(
                        Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(after)!)!),
                        "RE569",
                        "Made again for its release, it has other figures or was made from something else than "
                            + "what was approved.",
                        "the register, the templates and the store as they were when it was approved",
                        "Nothing was published. Build it again, and have that approved."
                    )
                );
            }
        }
        return Names(Publishing.Publish(Doing.FoldersOf(order, again), store, options.Installation));
    }

    private static bool SameFigures(string before, string after) =>
        File.ReadAllBytes(Path.Combine(before, FigureFile.FileName))
            .AsSpan()
            .SequenceEqual(File.ReadAllBytes(Path.Combine(after, FigureFile.FileName)));

    /// <summary>What it was made from, and after which release.</summary>
    private static (string Inputs, int? Version, string? Previous) PlaceOf(string folder)
    {
        var manifest = Manifest.Read(File.ReadAllBytes(Path.Combine(folder, Manifest.FileName)));
        return (
            System.Text.Encoding.UTF8.GetString(CanonicalForm.Write(manifest.Inputs)),
            manifest.Publication?.Version,
            manifest.PreviousRelease
        );
    }

    private static string? Published(IReadOnlyList<string> folders, string store)
    {
        var digests = folders
            .Select(folder => Path.Combine(folder, Manifest.FileName))
            .Where(File.Exists)
            .Select(file => Manifest.Sha256(File.ReadAllBytes(file)))
            .ToList();
        var entries = ReleaseStore.Open(store).Entries.Where(entry => digests.Contains(entry.Manifest)).ToList();
        return digests.Count == folders.Count && entries.Count == folders.Count ? Names(entries) : null;
    }

    private static string Names(IEnumerable<ReleaseEntry> entries) =>
        string.Join(", ", entries.Select(entry => entry.Name));
}
