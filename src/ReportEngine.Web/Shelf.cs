using System.Collections.Concurrent;
using CsvHelper;
using NodaTime;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Releases;

namespace ReportEngine.Web;

/// <summary>A release on the shelf: what it says, read from its own files and never worked out again.</summary>
/// <param name="Labels">What readers see of a code, from the release's own data files.</param>
/// <param name="Data">Its data files with their titles, in the order of the report.</param>
public sealed record ShelvedRelease(
    ReleaseEntry Entry,
    Manifest Manifest,
    IReadOnlyList<Figure> Figures,
    IReadOnlyDictionary<(Dimension Dimension, string Code), string> Labels,
    IReadOnlyList<DataFile> Data
)
{
    public Period Period { get; } = Period.TryParse(Entry.Period)!;

    public Instant ReleaseAt { get; } = InstantText.TryParse(Entry.ReleaseAt)!.Value;
}

/// <summary>
/// The public releases of a store that are open now, newest first. The ledger is read again when it has grown; a
/// release is read once, because nothing changes it.
/// </summary>
/// <param name="language">The language of the site, in which figures are shown.</param>
/// <param name="log">Where a release that cannot be read is told of, once.</param>
public sealed partial class Shelf(string storeFolder, IClock clock, string language = "en", ILogger<Shelf>? log = null)
{
    private readonly ConcurrentDictionary<string, ShelvedRelease> read = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> damaged = new(StringComparer.Ordinal);
    private volatile Held? held;

    /// <summary>In the language of the site.</summary>
    /// <exception cref="ReportException">The ledger was changed behind our back.</exception>
    public IReadOnlyList<ShelvedRelease> Open() => [.. Archive().Where(release => release.Entry.Language == language)];

    /// <summary>In every language; one that cannot be read is left out, and takes no other with it.</summary>
    public IReadOnlyList<ShelvedRelease> Archive() =>
        [
            .. Store()
                .OpenAt(clock.GetCurrentInstant())
                .OrderByDescending(entry => entry.ReleaseAt, StringComparer.Ordinal)
                .ThenByDescending(entry => entry.Period, StringComparer.Ordinal)
                .ThenBy(entry => entry.Report, StringComparer.Ordinal)
                .ThenByDescending(entry => entry.Version)
                .Select(TryRead)
                .OfType<ShelvedRelease>(),
        ];

    /// <summary>The public releases that cannot be read, open or not, with the code of what is wrong.</summary>
    /// <exception cref="ReportException">The ledger was changed behind our back.</exception>
    public IReadOnlyList<(string Name, string Code)> Damaged()
    {
        foreach (var entry in Store().Entries.Where(entry => entry.Edition == Edition.Public))
        {
            TryRead(entry);
        }
        return [.. damaged.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value))];
    }

    /// <summary>
    /// Null where it is damaged; tried again when it is asked for again, since it may have been put back.
    /// </summary>
    private ShelvedRelease? TryRead(ReleaseEntry entry)
    {
        try
        {
            var release = read.GetOrAdd(entry.Name, _ => Read(entry));
            damaged.TryRemove(entry.Name, out _);
            return release;
        }
        catch (Exception error)
            when (error
                    is ReportException
                        or IOException
                        or UnauthorizedAccessException
                        or FormatException
                        or CsvHelperException
                        or System.Text.Json.JsonException
            )
        {
            var code = error is ReportException { Problems: [var problem, ..] } ? problem.Code : error.GetType().Name;
            if (damaged.TryAdd(entry.Name, code) && log is not null)
            {
                LeftOut(log, entry.Name, code);
            }
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "release {Release} is damaged and left out: {Code}")]
    private static partial void LeftOut(ILogger log, string release, string code);

    /// <summary>The file of a release that is open now and that its manifest lists; null for anything else.</summary>
    public string? FileOf(ShelvedRelease release, string path) =>
        path == Manifest.FileName || path == Signature.FileName || release.Manifest.Files.Any(file => file.Path == path)
            ? ReleaseFolder.Find(Store().FolderOf(release.Entry), path)?.FullName
            : null;

    private ReleaseStore Store()
    {
        var ledger = new FileInfo(Path.Combine(storeFolder, ReleaseStore.LedgerName));
        var (changed, length) = ledger.Exists ? (ledger.LastWriteTimeUtc, ledger.Length) : (default, 0L);
        if (held is { } kept && kept.Changed == changed && kept.Length == length)
        {
            return kept.Store;
        }
        var store = ReleaseStore.Open(storeFolder);
        held = new Held(changed, length, store);
        return store;
    }

    /// <summary>The store as its ledger was at one time; replaced whole, since many ask at once.</summary>
    private sealed record Held(DateTime Changed, long Length, ReleaseStore Store);

    private ShelvedRelease Read(ReleaseEntry entry)
    {
        if (Period.TryParse(entry.Period) is null)
        {
            throw new FormatException(entry.Period);
        }
        var store = Store();
        var labels = LabelsOf(store.FolderOf(entry));
        var earlier = store.Read(entry);
        var figures = earlier
            .Figures.Select(figure => figure.AsFigure(earlier.CutOff, Labelled))
            .Where(figure => figure is { Period.Kind: not PeriodKind.HalfYear })
            .OfType<Figure>()
            .ToList();
        return new ShelvedRelease(entry, store.ManifestOf(entry), figures, labels, DataFiles.Of(store.FolderOf(entry)));

        DimensionValue Labelled(Dimension dimension, string code) =>
            new(dimension, code, labels.GetValueOrDefault((dimension, code), code));
    }

    /// <summary>Each column beside one of the same name with "_label" behind it.</summary>
    internal static IReadOnlyDictionary<(Dimension Dimension, string Code), string> LabelsOf(string folder)
    {
        var labels = new Dictionary<(Dimension, string), string>();
        var data = Path.Combine(folder, "data");
        foreach (
            var file in Directory.Exists(data)
                ? Directory.EnumerateFiles(data, "*.csv").Order(StringComparer.Ordinal)
                : Enumerable.Empty<string>()
        )
        {
            using var csv = new CsvReader(new StreamReader(file), System.Globalization.CultureInfo.InvariantCulture);
            csv.Read();
            csv.ReadHeader();
            var columns = csv.HeaderRecord!.Where(name => csv.HeaderRecord!.Contains(name + "_label"))
                .Select(name => (Name: name, Dimension: DimensionNames.TryFind(name)))
                .Where(column => column.Dimension is not null)
                .Select(column => (column.Name, Dimension: column.Dimension!.Value))
                .ToList();
            while (csv.Read())
            {
                foreach (var (name, dimension) in columns)
                {
                    labels[(dimension, csv.GetField(name)!)] = csv.GetField(name + "_label")!;
                }
            }
        }
        return labels;
    }
}
