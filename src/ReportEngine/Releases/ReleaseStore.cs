using NodaTime;
using ReportEngine.Documents;
using ReportEngine.Figures;

namespace ReportEngine.Releases;

/// <summary>A line of the ledger: a release as it was published.</summary>
/// <param name="Version">1 for the first release of a report, period, edition and language, then 2, …</param>
/// <param name="ReleaseAt">When it may be read by those it is for; an instant as the case data writes it.</param>
/// <param name="Manifest">SHA-256 of its manifest.json.</param>
/// <param name="Previous">
/// SHA-256 of the line before this one, with its line feed; <see cref="ReleaseStore.NoLine"/> for the first.
/// </param>
public sealed record ReleaseEntry(
    string Report,
    string Period,
    string Edition,
    string Language,
    int Version,
    string CutOff,
    bool IsFinal,
    string ReleaseAt,
    string Manifest,
    string Previous
)
{
    /// <summary>As readers know it, and its folder in the store.</summary>
    public string Name => FormattableString.Invariant($"{Report}/{Period}/{Edition}-{Language}/v{Version}");
}

/// <summary>
/// A folder of releases that are never changed: each in REPORT/PERIOD/EDITION-LANGUAGE/vN, and ledger.jsonl, to which
/// each adds a line that holds the digest of the line before. A folder that the ledger does not name is no release.
/// </summary>
public sealed class ReleaseStore
{
    public const string LedgerName = "ledger.jsonl";

    /// <summary>What stands for the line before the first.</summary>
    public static readonly string NoLine = new('0', 64);

    private ReleaseStore(string folder, IReadOnlyList<ReleaseEntry> entries, string head)
    {
        Folder = folder;
        Entries = entries;
        Head = head;
    }

    public string Folder { get; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<ReleaseEntry> Entries { get; }

    /// <summary>SHA-256 of the last line.</summary>
    public string Head { get; }

    /// <summary>A store that does not exist yet is an empty one.</summary>
    /// <exception cref="ReportException">RE540: the ledger has been changed.</exception>
    public static ReleaseStore Open(string folder)
    {
        var path = Path.Combine(folder, LedgerName);
        var entries = new List<ReleaseEntry>();
        var head = NoLine;
        foreach (var (line, number) in Lines(path).Select((line, index) => (line, index + 1)))
        {
            var entry = ReadLine(line) ?? throw Broken(path, number, "It is no entry of a ledger.");
            if (entry.Previous != head)
            {
                throw Broken(
                    path,
                    number,
                    "It follows a line with the digest " + entry.Previous + "; the line before it has " + head + "."
                );
            }
            entries.Add(entry);
            head = Manifest.Sha256(line);
        }
        return new ReleaseStore(folder, entries, head);
    }

    /// <summary>The store as it was when its last line had a digest; null if it never had.</summary>
    public ReleaseStore? At(string head)
    {
        if (head == NoLine)
        {
            return new ReleaseStore(Folder, [], NoLine);
        }
        var count =
            Entries
                .Select((entry, index) => index + 1 < Entries.Count ? Entries[index + 1].Previous : Head)
                .ToList()
                .IndexOf(head) + 1;
        return count == 0 ? null : new ReleaseStore(Folder, [.. Entries.Take(count)], head);
    }

    /// <summary>
    /// The release a new one of a report is held against: the last of its period, else the last of any; null when there
    /// is none.
    /// </summary>
    public ReleaseEntry? Last(string report, string period, string edition, string language)
    {
        var entries = Entries
            .Where(entry => entry.Report == report && entry.Edition == edition && entry.Language == language)
            .ToList();
        return entries.FindLast(entry => entry.Period == period) ?? entries.LastOrDefault();
    }

    /// <summary>
    /// The releases that anybody may read at a moment: of the public edition, and not before their time.
    /// </summary>
    public IReadOnlyList<ReleaseEntry> OpenAt(Instant now) =>
        [.. Entries.Where(entry => entry.Edition == Edition.Public && IsDue(entry, now))];

    /// <summary>The folder of a release for the public side.</summary>
    /// <exception cref="ReportException">
    /// RE547: not public, or before its time. The two are told alike, so that an embargo gives nothing away.
    /// </exception>
    public string OpenFolder(string name, Instant now) =>
        OpenAt(now).FirstOrDefault(entry => entry.Name == name) is { } entry
            ? FolderOf(entry)
            : throw new ReportException(
                ExitCode.WrongUsage,
                new Problem(
                    name,
                    "RE547",
                    "There is no such release, or not yet.",
                    "a public release whose time has come"
                )
            );

    private static bool IsDue(ReleaseEntry entry, Instant now) => InstantText.TryParse(entry.ReleaseAt) <= now;

    /// <summary>The number the next release of a period gets.</summary>
    public int NextVersion(string report, string period, string edition, string language) =>
        Entries.Count(entry =>
            (entry.Report, entry.Period, entry.Edition, entry.Language) == (report, period, edition, language)
        ) + 1;

    /// <summary>What a release said.</summary>
    /// <exception cref="ReportException">RE542: its folder is not what the ledger says.</exception>
    public EarlierRelease Read(ReleaseEntry entry) =>
        new(entry.Name, new CutOff(InstantText.TryParse(entry.CutOff)!.Value), FiguresOf(entry));

    /// <summary>
    /// The counts of accounts and persons published before to readers of an edition, for the ledger of disclosure.
    /// </summary>
    internal IReadOnlyList<PublishedCell> Published(string edition) =>
        [
            .. Entries
                .Where(entry => entry.Edition == edition || entry.Edition == Edition.Public)
                .SelectMany(FiguresOf)
                .Where(figure =>
                    MetricCatalogue.TryFind(figure.Key.MetricId)
                        is { Sensitivity: Sensitivity.PersonCount, Additive.Count: > 0 }
                )
                .Select(figure => new PublishedCell(figure.Key, PersonCounts.CountOf(figure.Quantity)))
                .Distinct(),
        ];

    /// <summary>The line that publishes a release after the last one.</summary>
    internal static byte[] Line(ReleaseEntry entry) => CanonicalForm.Write(entry);

    internal string FolderOf(ReleaseEntry entry) => Path.Combine(Folder, entry.Name);

    /// <exception cref="ReportException">RE542.</exception>
    internal Manifest ManifestOf(ReleaseEntry entry)
    {
        var folder = FolderOf(entry);
        var content = ReleaseFolder.ReadSmall(folder, Manifest.FileName, Verification.LongestManifest);
        return content is not null && Manifest.Sha256(content) == entry.Manifest
            ? Manifest.Read(content)
            : throw Changed(folder, "Its manifest is not the one that was published.");
    }

    private IReadOnlyList<ReleasedFigure> FiguresOf(ReleaseEntry entry) =>
        FigureFile.Read(FolderOf(entry), ManifestOf(entry))
        ?? throw Changed(FolderOf(entry), "Its figures are not those that were published.");

    private static IEnumerable<byte[]> Lines(string path)
    {
        if (!File.Exists(path))
        {
            yield break;
        }
        var content = File.ReadAllBytes(path);
        for (var start = 0; start < content.Length; )
        {
            var end = Array.IndexOf(content, (byte)'\n', start);
            end = end < 0 ? content.Length : end + 1;
            yield return content[start..end];
            start = end;
        }
    }

    private static ReleaseEntry? ReadLine(byte[] line)
    {
        try
        {
            return CanonicalForm.Read<ReleaseEntry>(line) is var entry && IsSound(entry) ? entry : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Its names are names and its times times, so that its folder lies in the store.</summary>
    internal static bool IsSound(ReleaseEntry entry) =>
        entry.Version > 0
        && IsName(entry.Report)
        && IsName(entry.Period)
        && IsName(entry.Edition)
        && IsName(entry.Language)
        && InstantText.TryParse(entry.CutOff) is not null
        && InstantText.TryParse(entry.ReleaseAt) is not null;

    private static bool IsName(string text) =>
        text.Length is > 0 and < 80 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    private static ReportException Broken(string path, int line, string found) =>
        new(
            ExitCode.DataFailed,
            new Problem(
                FormattableString.Invariant($"{path}({line})"),
                "RE540",
                "The ledger has been changed. " + found,
                "lines as 'report-engine publish' adds them",
                "Get the store again from a copy. Nothing was written."
            )
        );

    private static ReportException Changed(string folder, string found) =>
        new(
            ExitCode.DataFailed,
            new Problem(
                folder,
                "RE542",
                found,
                "the release as it was published",
                "Get the folder again from a copy. Nothing was written."
            )
        );
}
