namespace ReportEngine.Figures;

/// <summary>
/// One group of cases alike in both times: how long they could be watched, from submission to the cut-off, and after
/// how long they ended; null when they are still open at the cut-off. Both in seconds.
/// </summary>
public readonly record struct FollowedTiming(long FollowUpSeconds, long? EndSeconds, long Cases);

/// <summary>
/// The share of cases ended within a time among those watched for at least that time: no model, recomputable by hand
/// from two counts. Cases too young to have had the time are left out of both counts, whether they ended or not.
/// </summary>
public static class MatureShare
{
    /// <summary>
    /// Cases with a follow-up of at least the time are the denominator, and those of them ended within it the
    /// numerator; both limits are inclusive. An end before submission or after the cut-off is refused.
    /// </summary>
    /// <exception cref="ArgumentException">A timing is impossible; the message says which.</exception>
    public static Share Within(IEnumerable<FollowedTiming> timings, long seconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seconds);
        var mature = timings.Select(Possible).Where(timing => timing.FollowUpSeconds >= seconds).ToList();
        return new Share(
            mature.Where(timing => timing.EndSeconds <= seconds).Sum(timing => timing.Cases),
            mature.Sum(timing => timing.Cases)
        );
    }

    private static FollowedTiming Possible(FollowedTiming timing) =>
        timing switch
        {
            { FollowUpSeconds: < 0 } => throw new ArgumentException(
                $"A case cannot be submitted after the cut-off: {timing.FollowUpSeconds} seconds of follow-up.",
                nameof(timing)
            ),
            { EndSeconds: < 0 } => throw new ArgumentException(
                $"A case cannot end before it was submitted: {timing.EndSeconds} seconds.",
                nameof(timing)
            ),
            { Cases: < 0 } => throw new ArgumentException($"A group cannot hold {timing.Cases} cases.", nameof(timing)),
            _ when timing.EndSeconds > timing.FollowUpSeconds => throw new ArgumentException(
                $"A case cannot have ended after the cut-off: {timing.EndSeconds} seconds of {timing.FollowUpSeconds}.",
                nameof(timing)
            ),
            _ => timing,
        };
}
