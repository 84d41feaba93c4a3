using NodaTime;

namespace ReportEngine.Figures;

/// <summary>
/// A time in which a case's clock stands still, from its start (inclusive) to its end (exclusive); an end of null is a
/// pause not yet over.
/// </summary>
public readonly record struct Pause(Instant Start, Instant? End);

/// <summary>
/// How long a case took: all of it, and without its pauses. Whole seconds, a part of one dropped; net is never over
/// gross nor below 0.
/// </summary>
public readonly record struct ElapsedTime(long GrossSeconds, long NetSeconds);

/// <summary>
/// Measures a case on the line of instants, on which every second is as long as any other: a change of clocks between
/// start and end adds nothing and takes nothing away.
/// </summary>
public static class PausedClock
{
    /// <summary>
    /// Gross is end − start. Net leaves out every moment in at least one pause: pauses are cut to the case's own time,
    /// and where they overlap, counted once. A pause with no end lasts to the end of the case; one wholly outside it
    /// counts nothing.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The case or a pause ends before it starts; the message says when.
    /// </exception>
    public static ElapsedTime Measure(Instant start, Instant end, IEnumerable<Pause> pauses)
    {
        if (end < start)
        {
            throw new ArgumentException(
                $"A case cannot end before it was received: {end} is before {start}.",
                nameof(end)
            );
        }
        var net = Duration.Zero;
        var counted = start;
        foreach (var pause in pauses.Select(Possible).OrderBy(pause => pause.Start))
        {
            var from = Instant.Min(pause.Start, end);
            net += from > counted ? from - counted : Duration.Zero;
            counted = Instant.Max(counted, Instant.Min(pause.End ?? end, end));
        }
        net += end - counted;
        return new ElapsedTime(WholeSeconds(end - start), WholeSeconds(net));
    }

    private static Pause Possible(Pause pause) =>
        pause.End < pause.Start
            ? throw new ArgumentException(
                $"A pause cannot end before it starts: {pause.End} is before {pause.Start}.",
                nameof(pause)
            )
            : pause;

    private static long WholeSeconds(Duration duration) =>
        (duration.Days * 86400L) + (duration.NanosecondOfDay / 1_000_000_000L);
}
