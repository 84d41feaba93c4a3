using NodaTime;
using NodaTime.Text;
using ReportEngine.Documents;

namespace ReportEngine.Releases;

/// <summary>
/// What makes a build one that can be published: the store it is to follow on, and what its cover says.
/// </summary>
/// <param name="IsFinal">Otherwise provisional.</param>
/// <param name="ReleaseAt">When it may be read by those it is for.</param>
/// <param name="NextUpdate">Null where none is planned yet.</param>
/// <param name="SignOff">
/// Who accepts, and why, that small differences to earlier releases can be seen; null where nobody does.
/// </param>
/// <param name="IsDraft">
/// Held against the store in every way, and refused as a release would be, but neither called one nor taken for one: to
/// be approved, and then made again.
/// </param>
public sealed record Releasing(
    ReleaseStore Store,
    bool IsFinal,
    Instant ReleaseAt,
    LocalDate? NextUpdate,
    string? SignOff,
    bool IsDraft = false
)
{
    /// <summary>What its cover would say that cannot be so, all at once.</summary>
    /// <exception cref="ReportException">
    /// RE408: the next update is not after the release; RE409: it is called final and its period is not over.
    /// </exception>
    public void Require(Period period, CutOff cutOff)
    {
        var problems = new List<Problem>();
        if (NextUpdate is { } next && next <= ReleaseAt.InZone(Period.Zone).Date)
        {
            problems.Add(
                new Problem(
                    "--next-update",
                    "RE408",
                    "The next update, " + LocalDatePattern.Iso.Format(next) + ", is not after the release.",
                    "a day after " + LocalDatePattern.Iso.Format(ReleaseAt.InZone(Period.Zone).Date)
                )
            );
        }
        if (IsFinal && !period.IsCompleteAt(cutOff))
        {
            problems.Add(
                new Problem(
                    "--final",
                    "RE409",
                    "The period " + period.Id + " is not over at the cut-off " + cutOff.DayText + ".",
                    "a final release of a period that is over; a provisional one of any",
                    "Leave out --final, or wait for the end of the period."
                )
            );
        }
        if (problems.Count > 0)
        {
            throw new ReportException(ExitCode.WrongUsage, problems);
        }
    }

    /// <summary>What a cover says of it, for a report that follows on a release or on none.</summary>
    internal ReleaseNote NoteOf(Publication publication, ReleaseEntry? last) =>
        new(publication.Version, IsFinal, ReleaseAt, NextUpdate, last?.Name, IsDraft);

    /// <summary>What the manifest keeps of it, for one report.</summary>
    internal Publication Of(string report, Period period, string edition, string language) =>
        new(
            Store.NextVersion(report, period.Id, edition, language),
            IsFinal,
            InstantText.Of(ReleaseAt),
            NextUpdate is { } day ? LocalDatePattern.Iso.Format(day) : null,
            Store.Head,
            SignOff
        );
}

/// <summary>A release's place among others, as its manifest has it.</summary>
/// <param name="Version">As <see cref="ReleaseEntry.Version"/>.</param>
/// <param name="LedgerHead">SHA-256 of the last line of the ledger when it was built.</param>
public sealed record Publication(
    int Version,
    bool IsFinal,
    string ReleaseAt,
    string? NextUpdate,
    string LedgerHead,
    string? SignOff
)
{
    internal bool IsSound =>
        Version > 0
        && InstantText.TryParse(ReleaseAt) is not null
        && (NextUpdate is null || LocalDatePattern.Iso.Parse(NextUpdate).Success);
}
