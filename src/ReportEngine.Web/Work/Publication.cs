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
    /// What was approved is a draft, so it is made again, with its time of release on the cover: now, or the hour that
    /// was set. It must have the figures and the inputs, and follow the release, that were approved. Before its hour it
    /// stays in the office, whole but for its place in the store, so that it can still be stopped; in the store nothing
    /// can be. After a time without service it is published late, as the log tells, under the hour on its cover.
    /// </summary>
    /// <returns>The names of the releases; null: it is ready, and waits for its hour.</returns>
    /// <exception cref="ReportException">
    /// RE569: what would be published is not what was approved; RE541: the store is another by now.
    /// </exception>
    public static string? Of(
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

    private static string? Put(
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
        var folders = Doing.FoldersOf(order, again);
        if ((Published(folders, store) ?? Published(Doing.FoldersOf(order, approved), store)) is { } done)
        {
            // An earlier try was interrupted after it had published.
            return done;
        }
        var now = Doing.Whole(options.Clock.GetCurrentInstant());
        var at = publication.NotBefore ?? order.ReleaseAt;
        if (publication.NotBefore is null || !IsMadeFor(ReleaseStore.Open(store), folders))
        {
            var releaseAt =
                at is not null && (publication.NotBefore is not null || InstantText.TryParse(at) > now)
                    ? InstantText.TryParse(at)!.Value
                    : now;
            Doing.Build(order, again, office, options, progress, CancellationToken.None, releaseAt);
            RequireSame(Doing.FoldersOf(order, approved), folders);
        }
        return at is not null && InstantText.TryParse(at) > now
            ? null
            : Names(Publishing.Publish(folders, store, options.Installation));
    }

    /// <summary>It was made while the store was as it is.</summary>
    private static bool IsMadeFor(ReleaseStore store, IReadOnlyList<string> folders) =>
        folders.All(folder =>
            File.Exists(Path.Combine(folder, Manifest.FileName))
            && ManifestOf(folder).Publication?.LedgerHead == store.Head
        );

    private static void RequireSame(IReadOnlyList<string> approved, IReadOnlyList<string> again)
    {
        foreach (var (before, after) in approved.Zip(again))
        {
            if (!FiguresOf(before).SequenceEqual(FiguresOf(after)) || PlaceOf(before) != PlaceOf(after))
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
    }

    private static IReadOnlyList<ReleasedFigure> FiguresOf(string folder) =>
        FigureFile.Read(File.ReadAllBytes(Path.Combine(folder, FigureFile.FileName)));

    /// <summary>What it was made from, and after which release.</summary>
    private static (string Inputs, string? Previous) PlaceOf(string folder)
    {
        var manifest = ManifestOf(folder);
        return (System.Text.Encoding.UTF8.GetString(CanonicalForm.Write(manifest.Inputs)), manifest.PreviousRelease);
    }

    private static Manifest ManifestOf(string folder) =>
        Manifest.Read(File.ReadAllBytes(Path.Combine(folder, Manifest.FileName)));

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
