using ReportEngine.Documents;
using ReportEngine.Releases;

namespace ReportEngine.Tests.Reports.Releases;

public sealed class PublishingTests
{
    private readonly TestStore store = new();

    [Fact]
    public void Releases_are_numbered_chained_and_never_changed()
    {
        var first = Assert.Single(store.Publish(store.Build("2025-10-20")));
        var before = BytesOf(first);
        var second = Assert.Single(store.Publish(store.Build("2025-12-20")));
        var third = Assert.Single(store.Publish(store.Build(null, "2025-Q4")));

        Assert.Equal(
            [
                "response-times/2025-Q3/public-en/v1",
                "response-times/2025-Q3/public-en/v2",
                "response-times/2025-Q4/public-en/v1",
            ],
            [first.Name, second.Name, third.Name]
        );
        Assert.Equal(ReleaseStore.NoLine, first.Previous);
        Assert.Equal(before, BytesOf(first));
        var manifest = Manifest.Read(File.ReadAllBytes(Path.Combine(store.Folder, third.Name, Manifest.FileName)));
        Assert.Equal(second.Manifest, manifest.PreviousRelease);
        Assert.Equal(
            2,
            Manifest
                .Read(File.ReadAllBytes(Path.Combine(store.Folder, second.Name, Manifest.FileName)))
                .Publication!.Version
        );
    }

    [Fact]
    public void Reports_of_one_build_are_published_one_after_the_other()
    {
        var (one, other) = (store.Build("2025-10-20"), store.Build("2025-10-20", report: "nap-progress"));
        store.Publish(one);
        store.Publish(other);

        Assert.Equal(2, ReleaseStore.Open(store.Folder).Entries.Count);
    }

    [Fact]
    public void A_draft_cannot_be_published() =>
        Assert.Equal("RE541", TestStore.Code(() => store.Publish(BuiltSample.FolderOf("response-times"))));

    [Fact]
    public void A_build_against_an_older_store_cannot_be_published()
    {
        var (one, other) = (store.Build("2025-10-20"), store.Build("2025-12-20"));
        store.Publish(one);

        Assert.Equal("RE541", TestStore.Code(() => store.Publish(other)));
        Assert.Single(ReleaseStore.Open(store.Folder).Entries);
    }

    [Fact]
    public void A_build_for_another_store_cannot_be_published()
    {
        var other = new TestStore();
        other.Publish(other.Build("2025-10-20"));

        Assert.Equal("RE541", TestStore.Code(() => store.Publish(other.Build("2025-12-20"))));
    }

    [Fact]
    public void A_build_that_was_changed_cannot_be_published()
    {
        var folder = store.Build("2025-10-20");
        File.AppendAllText(Path.Combine(folder, "figures.json"), " ");

        Assert.Equal("RE523", TestStore.Code(() => store.Publish(folder)));
        Assert.False(Directory.Exists(store.Folder));
    }

    [Fact]
    public void Of_two_that_publish_at_once_one_is_told_to_wait()
    {
        var folder = store.Build("2025-10-20");
        Directory.CreateDirectory(store.Folder);
        using (RunLock.In(store.Folder))
        {
            Assert.Equal("RE512", TestStore.Code(() => store.Publish(folder)));
        }
        Assert.Single(store.Publish(folder));
    }

    [Fact]
    public void A_release_is_made_again_byte_by_byte_with_the_store_it_followed_on()
    {
        store.Publish(store.Build("2025-10-20"));
        var second = store.Publish(store.Build("2025-12-20"))[0];
        store.Publish(store.Build(null));
        var folder = Path.Combine(store.Folder, second.Name);

        Assert.True(
            Verification
                .Run(new VerificationRequest(folder, Sample.Database, Releases: store.Folder), Installation.Find())
                .Rebuilt
        );
        Assert.Equal(
            "RE543",
            TestStore.Code(() =>
                Verification.Run(new VerificationRequest(folder, Sample.Database), Installation.Find())
            )
        );
    }

    [Fact]
    public void A_release_that_is_not_in_the_chain_of_the_store_is_told()
    {
        var folder = store.Build("2025-10-20");
        Assert.Equal(
            "RE548",
            TestStore.Code(() =>
                Verification.Run(new VerificationRequest(folder, Releases: store.Folder), Installation.Find())
            )
        );
        var entry = store.Publish(folder)[0];
        Verification.Run(
            new VerificationRequest(Path.Combine(store.Folder, entry.Name), Releases: store.Folder),
            Installation.Find()
        );

        var ledger = Path.Combine(store.Folder, ReleaseStore.LedgerName);
        File.WriteAllText(
            ledger,
            File.ReadAllText(ledger).Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal)
        );
        File.AppendAllText(ledger, "{}\n");
        Assert.Equal(
            "RE540",
            TestStore.Code(() =>
                Verification.Run(new VerificationRequest(folder, Releases: store.Folder), Installation.Find())
            )
        );
    }

    /// <summary>Thirty accounts as published, and one more that came to the register late.</summary>
    [Fact]
    public void An_edition_that_gives_a_small_count_away_beside_an_earlier_one_is_refused_until_it_is_accepted()
    {
        using var cases = new ReportEngine.Tests.Cases.CsvFolder();
        for (var day = 1; day <= 30; day++)
        {
            cases.Referral("x", FormattableString.Invariant($"2025-09-{day:00}T06:00:00Z"));
        }
        store.Publish(store.Build("2025-10-20", report: "quarterly-transparency", database: cases.Import()));
        cases
            .With(
                "subject",
                new
                {
                    subject_id = 31,
                    first_seen_at = "2025-09-01T00:00:00Z",
                    first_detected_at = "2025-09-01T00:00:00Z",
                    recorded_at = "2025-11-01T00:00:00Z",
                }
            )
            .With(
                "submission",
                new
                {
                    submission_id = 31,
                    submitted_at = "2025-09-02T00:00:00Z",
                    recorded_at = "2025-11-01T00:00:00Z",
                }
            )
            .With(
                "referral",
                new
                {
                    referral_id = 31,
                    submission_id = 31,
                    subject_id = 31,
                    recorded_at = "2025-11-01T00:00:00Z",
                }
            );
        var database = cases.Import();

        Assert.Equal(
            "RE405",
            TestStore.Code(() => store.Build(null, report: "quarterly-transparency", database: database))
        );
        var accepted = store.Build(
            null,
            report: "quarterly-transparency",
            database: database,
            signOff: "Director: one late record, no person can be told from it"
        );
        Assert.StartsWith(
            "Director",
            Manifest.Read(File.ReadAllBytes(Path.Combine(accepted, Manifest.FileName))).Publication!.SignOff,
            StringComparison.Ordinal
        );
        Assert.NotNull(
            store.Build(null, report: "quarterly-transparency", database: database, edition: Edition.All[2])
        );
    }

    [Fact]
    public void A_final_release_says_so_and_a_first_one_follows_none()
    {
        var folder = store.Build("2025-10-20", isFinal: true);

        var publication = Manifest.Read(File.ReadAllBytes(Path.Combine(folder, Manifest.FileName))).Publication!;
        Assert.Equal(
            (1, true, "2026-01-01T04:30:00Z", "2026-04-20", ReleaseStore.NoLine),
            (
                publication.Version,
                publication.IsFinal,
                publication.ReleaseAt,
                publication.NextUpdate,
                publication.LedgerHead
            )
        );
        Assert.DoesNotContain(
            "revisions.csv",
            Directory.EnumerateFiles(Path.Combine(folder, "data")).Select(Path.GetFileName)
        );
    }

    [Fact]
    public void The_auditor_edition_is_not_held_against_the_public_one()
    {
        store.Publish(store.Build("2025-10-20"));
        var manifest = Manifest.Read(
            File.ReadAllBytes(Path.Combine(store.Build("2025-12-20", edition: Edition.All[2]), Manifest.FileName))
        );

        Assert.Null(manifest.PreviousRelease);
        Assert.Equal(1, manifest.Publication!.Version);
    }

    [Fact]
    public void An_embargoed_release_is_not_open_before_its_time()
    {
        var entry = Assert.Single(store.Publish(store.Build("2025-10-20")));
        var opened = ReleaseStore.Open(store.Folder);

        Assert.Empty(opened.OpenAt(TestStore.NewYear - NodaTime.Duration.FromSeconds(1)));
        Assert.Equal(
            "RE547",
            TestStore.Code(() => opened.OpenFolder(entry.Name, TestStore.NewYear - NodaTime.Duration.FromSeconds(1)))
        );
        Assert.Equal([entry], opened.OpenAt(TestStore.NewYear));
        Assert.True(File.Exists(Path.Combine(opened.OpenFolder(entry.Name, TestStore.NewYear), Manifest.FileName)));
    }

    /// <summary>It names the one it follows, with what changed since: that would be told before its time.</summary>
    [Fact]
    public void No_release_opens_before_the_one_it_follows()
    {
        store.Publish(store.Build("2025-10-20"));
        var early = TestStore.NewYear - NodaTime.Duration.FromSeconds(1);

        Assert.Equal("RE407", TestStore.Code(() => store.Build("2025-12-20", releaseAt: early)));
        Assert.NotNull(store.Build("2025-12-20"));
        Assert.Equal("RE407", TestStore.Code(() => store.Build(null, period: "2025-Q4", releaseAt: early)));
        Assert.NotNull(store.Build("2025-12-20", report: "nap-progress", releaseAt: early));
    }

    [Fact]
    public void A_restricted_release_is_never_open()
    {
        var entry = Assert.Single(store.Publish(store.Build("2025-10-20", edition: Edition.All[1])));

        Assert.Equal(
            "RE547",
            TestStore.Code(() => ReleaseStore.Open(store.Folder).OpenFolder(entry.Name, NodaTime.Instant.MaxValue))
        );
    }

    [Fact]
    public void Rows_for_the_auditor_do_not_come_to_lie_beside_public_releases()
    {
        var folder = store.Build("2025-10-20");
        var output = Path.GetFullPath(Path.Combine(folder, "..", "..", ".."));
        store.Publish(folder);

        Assert.Equal("RE513", OutputFolder.PublicRelease(output)?.Code);
        Assert.Equal("RE513", OutputFolder.PublicRelease(Path.Combine(folder, "below"))?.Code);
        Assert.Equal("RE513", OutputFolder.PublicRelease(store.Folder)?.Code);
        Assert.Equal("RE513", TestStore.Code(() => BuiltSample.Build(Sample.Database, store.Folder)));
        Assert.Null(OutputFolder.PublicRelease(BuiltSample.Output));
        Assert.Equal("RE513", TestStore.Code(() => BuiltSample.Build(Sample.Database, output, Edition.All[2])));
    }

    private Dictionary<string, string> BytesOf(ReleaseEntry entry) =>
        Directory
            .EnumerateFiles(Path.Combine(store.Folder, entry.Name), "*", SearchOption.AllDirectories)
            .ToDictionary(file => file, file => Manifest.Sha256(File.ReadAllBytes(file)), StringComparer.Ordinal);
}
