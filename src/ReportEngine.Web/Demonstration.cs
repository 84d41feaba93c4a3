using System.Security.Cryptography;
using NodaTime;
using ReportEngine.Cases;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Releases;
using ReportEngine.Rendering;
using ReportEngine.Templates;
using ReportEngine.Web.State;

namespace ReportEngine.Web;

/// <summary>
/// A store made from the sample data, as if an office had released two quarters: so that the site shows a history.
/// </summary>
public static class Demonstration
{
    /// <summary>Period, cut-off, day of release and of the next, and whether it is final.</summary>
    private static readonly (string Period, string AsOf, string ReleaseAt, string? Next, bool IsFinal)[] Releases =
    [
        ("2025-Q3", "2025-10-15", "2025-10-20T04:30:00Z", "2026-01-20", false),
        ("2025-Q3", "2026-01-15", "2026-01-20T04:30:00Z", null, true),
        ("2025-Q4", "2026-01-15", "2026-01-20T04:30:01Z", "2026-04-20", false),
    ];

    /// <summary>The second release of a quarter differs from the first by small counts; of invented accounts.</summary>
    private const string AcceptedBy = "Demonstration: the cases are invented, no count is of a person";

    /// <summary>Signs that nobody takes for one another, for a password that is read off a screen.</summary>
    private const string Signs = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>An office with the same register, and with a user of each role named after it.</summary>
    /// <param name="folder">That of <see cref="Make"/>.</param>
    /// <returns>The office, and the password of all three, which is another each time.</returns>
    public static (Office Office, string Password) Furnish(string folder, IClock clock)
    {
        var office = Office.Open(Path.Combine(folder, "office"), clock);
        File.Copy(Path.Combine(folder, "sample.db"), office.Cases);
        var password = string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Signs, 4)));
        foreach (var role in Enum.GetValues<Role>())
        {
            Users.Add(office.State, role.ToString().ToLowerInvariant(), role, password, Actor.CommandLine);
        }
        return (office, password);
    }

    /// <summary>Imports, builds and publishes below a folder that must be empty; takes some seconds.</summary>
    /// <returns>The folder of the store.</returns>
    public static string Make(string folder, Installation installation, IProgress<string>? progress = null)
    {
        var (database, store) = (Path.Combine(folder, "sample.db"), Path.Combine(folder, "store"));
        Import.Folder(installation.SampleData, database);
        foreach (var (period, asOf, releaseAt, next, isFinal) in Releases)
        {
            progress?.Report(FormattableString.Invariant($"Releasing {period} as known on {asOf}"));
            var output = Path.Combine(folder, "built");
            Report.Build(
                new BuildRequest(
                    ReportTemplate.All(installation, Language.English),
                    database,
                    "sample data",
                    Period.TryParse(period),
                    CutOff.TryParse(asOf),
                    Edition.All[0],
                    Language.English,
                    ReportFormat.All,
                    output,
                    new Releasing(
                        ReleaseStore.Open(store),
                        isFinal,
                        InstantText.TryParse(releaseAt)!.Value,
                        next is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(next).Value,
                        AcceptedBy
                    )
                ),
                installation
            );
            Publishing.Publish(
                [
                    .. Directory
                        .EnumerateDirectories(output)
                        .Order(StringComparer.Ordinal)
                        .Select(report => Path.Combine(report, period, "public-en")),
                ],
                store,
                installation
            );
        }
        return store;
    }
}
