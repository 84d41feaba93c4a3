using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using ReportEngine.Releases;

namespace ReportEngine.Cli;

/// <summary>What makes a build one that can be published.</summary>
internal sealed class ReleasingOptions
{
    private const string TimeForm = "2026-01-20T09:30 (Asia/Karachi)";

    public Option<string?> Releases { get; } = Options.Releases();

    public Option<string?> ReleaseAt { get; } =
        new("--release-at")
        {
            Description = "With --releases: when it may be read by those it is for, " + TimeForm + ".",
            HelpName = "TIME",
        };

    public Option<bool> Final { get; } = new("--final") { Description = "With --releases: final, not provisional." };

    public Option<string?> NextUpdate { get; } =
        new("--next-update") { Description = "With --releases: the day of the next update.", HelpName = "DATE" };

    public Option<string?> AcceptDifferences { get; } =
        new("--accept-differences")
        {
            Description =
                "With --releases: who accepts that small differences to earlier releases can be seen, and why. "
                + "It stands in the manifest.",
            HelpName = "WORDS",
        };

    public Releasing? Chosen(ParseResult parsed)
    {
        if (parsed.GetValue(Releases) is not { } store)
        {
            return
                parsed.GetValue(ReleaseAt) is null
                && !parsed.GetValue(Final)
                && parsed.GetValue(NextUpdate) is null
                && parsed.GetValue(AcceptDifferences) is null
                ? null
                : throw CommandRun.Usage(
                    "--releases",
                    "The build would not be published, so it has no time of release, status or next update.",
                    "--releases with them"
                );
        }
        var time =
            parsed.GetValue(ReleaseAt)
            ?? throw CommandRun.Usage("--release-at", "No time of release is given.", TimeForm);
        var releaseAt = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(time)
            is { Success: true, Value: var local }
            ? local.InZoneStrictly(Period.Zone).ToInstant()
            : throw CommandRun.Usage("--release-at", "Not a time: '" + time + "'", TimeForm);
        LocalDate? next =
            parsed.GetValue(NextUpdate) is not { } day ? null
            : LocalDatePattern.Iso.Parse(day) is { Success: true, Value: var date } ? date
            : throw CommandRun.Usage("--next-update", "Not a date: '" + day + "'", "2026-04-20");
        if (parsed.GetValue(AcceptDifferences) is { } words && string.IsNullOrWhiteSpace(words))
        {
            throw CommandRun.Usage("--accept-differences", "Nobody is named.", "who accepts it, and why");
        }
        return new Releasing(
            ReleaseStore.Open(CommandRun.Folder("--releases", store)),
            parsed.GetValue(Final),
            releaseAt,
            next,
            parsed.GetValue(AcceptDifferences)
        );
    }
}
