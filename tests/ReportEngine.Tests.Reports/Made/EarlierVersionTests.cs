using NodaTime;
using ReportEngine.Cases;
using ReportEngine.Figures;
using ReportEngine.Releases;
using ReportEngine.Tests.Reports.Releases;
using ReportEngine.Tests.Reports.Web;
using ReportEngine.Web;
using ReportEngine.Web.State;

namespace ReportEngine.Tests.Reports.Made;

/// <summary>
/// A register, a store and an office that an earlier version made are opened, compared with and verified.
/// </summary>
public sealed class EarlierVersionTests
{
    public static TheoryData<string> Versions() => [.. MadeBefore.Versions];

    /// <summary>As counted by hand in HandCountedTests.</summary>
    [Theory]
    [MemberData(nameof(Versions))]
    public void A_register_is_read_and_counts_as_it_did(string version)
    {
        var database = Path.Combine(MadeBefore.Unpacked(version, "register"), "cases.db");

        Assert.Equal(
            (33, 27),
            Sample.With(
                "2025-Q3",
                null,
                set => ((int)set.One("REF.01").Value!, (int)set.One("OUT.02").Numerator!),
                database
            )
        );
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void The_rows_a_register_was_made_from_are_imported_as_they_were(string version)
    {
        var folder = MadeBefore.Unpacked(version, "register");
        var again = Path.Combine(folder, "again.db");

        Import.Folder(Path.Combine(folder, "csv"), again);

        Assert.Equal(Digest(Path.Combine(folder, "cases.db")), Digest(again));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Its_releases_are_verified_in_their_place_in_the_store(string version)
    {
        var store = Path.Combine(MadeBefore.Unpacked(version, "store"), "store");
        var releases = ReleaseStore.Open(store).Entries;

        Assert.Equal(2, releases.Count);
        Assert.All(
            releases,
            release =>
            {
                var request = new VerificationRequest(Path.Combine(store, release.Name), Releases: store);
                Assert.InRange(Verification.Run(request, Installation.Find()).Files, 40, int.MaxValue);
            }
        );
    }

    /// <summary>
    /// A figure that a later version does not find again under its key would silently be in no comparison.
    /// </summary>
    [Theory]
    [MemberData(nameof(Versions))]
    public void A_build_is_compared_with_its_last_release_figure_by_figure(string version)
    {
        var database = Path.Combine(MadeBefore.Unpacked(version, "register"), "cases.db");
        var made = new TestStore(Path.Combine(MadeBefore.Unpacked(version, "store"), "store"));
        var folder = made.Build(
            "2025-12-31",
            report: "quarterly-transparency",
            database: database,
            signOff: "test",
            releaseAt: Instant.FromUtc(2026, 1, 10, 4, 30)
        );

        var release = Assert.Single(made.Publish(folder));

        Assert.EndsWith("/v3", release.Name, StringComparison.Ordinal);
        var store = ReleaseStore.Open(made.Folder);
        var (before, now) = (store.Read(store.Entries[1]).Figures, store.Read(release).Figures);
        // A table stands in one report: these have gone to theirs.
        Assert.All(
            before.Select(figure => figure.Key).Except(now.Select(figure => figure.Key)),
            moved => Assert.Matches("^(RT|COM)\\.", moved.MetricId)
        );
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void An_office_is_opened_with_its_users_jobs_decisions_and_log(string version)
    {
        var folder = MadeBefore.Unpacked(version, "office");
        var office = Office.Open(Path.Combine(folder, "office"), new Midday());

        Assert.Equal(["approver", "auditor", "official"], Users.All(office.State).Select(user => user.Name).Order());
        Assert.NotNull(Users.SignIn(office.State, "official", TestOffice.Password));
        Assert.Equal("Look at Telegram again.", Jobs.FindBuild(office.State, 3)!.Decisions[^1].Words);
        Assert.Equal("response-times/2025-Q3/public-en/v1", Jobs.FindBuild(office.State, 4)!.Publication!.Result);
        // Brought up to date, with the file as it was beside it.
        Assert.True(version != "0.1.0" || File.Exists(Path.Combine(folder, "office", "office.db.v1")));
        Assert.Empty(ActivityLog.Read(office.State).Problems);
        Assert.Equal(33, Sample.With("2025-Q3", null, set => set.One("REF.01").Value, office.Cases));
    }

    private static string Digest(string database)
    {
        using var cases = CaseFile.Open(database, null);
        return cases.ReadSnapshot().Sha256;
    }

    private sealed class Midday : IClock
    {
        public Instant GetCurrentInstant() => Instant.FromUtc(2026, 3, 1, 7, 0);
    }
}
