using NodaTime;
using ReportEngine.Documents;
using ReportEngine.Languages;
using ReportEngine.Releases;
using ReportEngine.Rendering;
using ReportEngine.Templates;

namespace ReportEngine.Tests.Reports.Releases;

/// <summary>A store of releases of the sample data, of one or more reports in data files alone.</summary>
internal sealed class TestStore(string? folder = null)
{
    private readonly string root = Sample.TemporaryFolder();

    /// <summary>A new one, unless one that is there was given.</summary>
    public string Folder { get; } = folder ?? Path.Combine(Sample.TemporaryFolder(), "store");

    public static readonly Instant NewYear = Instant.FromUtc(2026, 1, 1, 4, 30);

    /// <summary>
    /// Builds against the store as it is now, in data files unless formats are named; the folder of the only report
    /// built.
    /// </summary>
    public string Build(
        string? asOf,
        string period = "2025-Q3",
        string report = "response-times",
        string? database = null,
        Edition? edition = null,
        string? signOff = null,
        Language? language = null,
        bool isFinal = false,
        Instant? releaseAt = null,
        params string[] formats
    )
    {
        var output = Path.Combine(root, Guid.NewGuid().ToString("N"));
        var request = new BuildRequest(
            [
                .. ReportTemplate
                    .All(Installation.Find(), Language.English)
                    .Where(template => template.ReportId == report),
            ],
            database ?? Sample.Database,
            "sample data",
            Period.TryParse(period),
            asOf is null ? null : CutOff.TryParse(asOf),
            edition ?? Edition.All[0],
            language ?? Language.English,
            [
                .. ReportFormat.All.Where(format =>
                    formats.Length == 0 ? format.Id == "csv" : formats.Contains(format.Id)
                ),
            ],
            output,
            new Releasing(ReleaseStore.Open(Folder), isFinal, releaseAt ?? NewYear, new LocalDate(2026, 4, 20), signOff)
        );
        Report.Build(request, Installation.Find());
        return Path.Combine(output, report, period, request.Edition.Id + "-" + request.Language.Code);
    }

    public IReadOnlyList<ReleaseEntry> Publish(params string[] folders) =>
        Publishing.Publish(folders, Folder, Installation.Find());

    /// <summary>The code of the first problem an act ends with.</summary>
    public static string Code(Action act) => Assert.Throws<ReportException>(act).Problems[0].Code;

    public static string Code(Func<object> act) => Assert.Throws<ReportException>(act).Problems[0].Code;
}
