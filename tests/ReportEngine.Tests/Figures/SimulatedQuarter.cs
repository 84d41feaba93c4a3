using MathNet.Numerics.Distributions;
using ReportEngine.Figures;

namespace ReportEngine.Tests.Figures;

/// <summary>How a simulated quarter is made.</summary>
/// <param name="Referrals">About so many; requests hold 1 to 8.</param>
/// <param name="EmergencyPart">Of all requests; the rest of the mix follows.</param>
/// <param name="Together">The part of requests that are answered as one.</param>
/// <param name="MoreActed">Added to every probability of action.</param>
internal sealed record QuarterRecipe(int Referrals, double EmergencyPart, double Together, double MoreActed = 0);

/// <summary>
/// A quarter of referrals by platform and kind of request, with what the seven measures read of them.
/// </summary>
internal sealed class SimulatedQuarter
{
    private const double Hour = 3600;
    private const double Day = 24 * Hour;

    /// <summary>Weight, probability of action, and median hours to an answer, much as in the sample.</summary>
    private static readonly (string Name, double Weight, double Acted, double Hours)[] Platforms =
    [
        ("facebook", 0.22, 0.85, 22),
        ("instagram", 0.08, 0.65, 40),
        ("telegram", 0.06, 0.90, 18),
        ("tiktok", 0.20, 0.85, 16),
        ("whatsapp", 0.10, 0.35, 85),
        ("x", 0.34, 0.38, 85),
    ];

    private readonly Dictionary<string, List<(string Platform, RequestShare Part)>> shares = ChangeTests
        .Measures.Where(id => id != "RT.02")
        .ToDictionary(id => id, _ => new List<(string, RequestShare)>(), StringComparer.Ordinal);

    private readonly List<(string Platform, RequestTiming Part)> times = [];
    private readonly Random random;

    public SimulatedQuarter(Random random, QuarterRecipe recipe)
    {
        this.random = random;
        for (var (left, number) = (recipe.Referrals, 0); left > 0; number++)
        {
            var size = DiscreteUniform.Sample(random, 1, 8);
            Request(FormattableString.Invariant($"{number}"), size, recipe);
            left -= size;
        }
    }

    public IReadOnlyList<RequestShare> Shares(string id, string? platform) =>
        [.. shares[id].Where(one => platform is null || one.Platform == platform).Select(one => one.Part)];

    public IReadOnlyList<RequestTiming> Times(string? platform) =>
        [.. times.Where(one => platform is null || one.Platform == platform).Select(one => one.Part)];

    /// <summary>What both families of tests say of two quarters.</summary>
    /// <param name="asCases">As if every referral were a request of its own: the mistake that the rule avoids.</param>
    public static IEnumerable<ChangeTest> Verdicts(SimulatedQuarter before, SimulatedQuarter now, bool asCases = false)
    {
        var alone = 0;
        return ChangeVerdicts
            .Family(ChangeTests.Measures.Select(id => Compared(id, null)), ChangeVerdicts.LevelOfMeasures)
            .Concat(
                ChangeVerdicts.Family(
                    ChangeTests.OfPlatforms.SelectMany(id => Platforms.Select(one => Compared(id, one.Name))),
                    ChangeVerdicts.LevelOfPlatforms
                )
            );

        ComparedMeasure Compared(string id, string? platform)
        {
            var result =
                id == "RT.02"
                    ? LikeForLikeComparison.OfTimes(
                        Alone(before.Times(platform), one => one with { Request = Next() }),
                        Alone(now.Times(platform), one => one with { Request = Next() })
                    )
                    : LikeForLikeComparison.OfShares(
                        Alone(before.Shares(id, platform), one => one with { Request = Next() }),
                        Alone(now.Shares(id, platform), one => one with { Request = Next() })
                    );
            return new ComparedMeasure(
                MetricCatalogue.Find(id),
                platform,
                result,
                result.Before.Value,
                result.Now.Value
            );
        }

        IReadOnlyList<T> Alone<T>(IReadOnlyList<T> parts, Func<T, T> renamed) =>
            asCases ? [.. parts.Select(renamed)] : parts;

        string Next() => FormattableString.Invariant($"alone-{alone++}");
    }

    private void Request(string name, int size, QuarterRecipe recipe)
    {
        var platform = Platforms[Categorical.Sample(random, [.. Platforms.Select(one => one.Weight)])];
        var ordinary = 1 - recipe.EmergencyPart - 0.03;
        var kind = Categorical.Sample(random, [recipe.EmergencyPart, 0.03, ordinary * 0.6, ordinary * 0.4]);
        var (limit, slower) = ((double?[])[12, null, 48, null], (double[])[0.3, 0.8, 1, 1.3]);
        var isTogether = Uniform() < recipe.Together;
        var sent = Uniform() * 92 * Day;
        var draws = Draws();
        for (var number = 0; number < size; number++)
        {
            var one = isTogether ? draws : Draws();
            var hours = platform.Hours * slower[kind] * Math.Exp(1.2 * one.Time);
            var known = (107 * Day) - sent;
            var isAnswered = hours * Hour <= known;
            var isActed = isAnswered && one.Acted < Math.Min(0.98, platform.Acted + recipe.MoreActed);
            var cell = FormattableString.Invariant($"{platform.Name}|{kind}");
            times.Add(
                (
                    platform.Name,
                    new RequestTiming(cell, name, new Timing((long)Math.Min(hours * Hour, known), isAnswered, 1))
                )
            );
            Add("OUT.02", isActed);
            Add("OUT.06", isAnswered && !isActed && one.Other < 0.3);
            if (limit[kind] is { } within)
            {
                Add("RT.08", !isAnswered || hours > within);
            }
            if (one.Checked < 0.7)
            {
                Add("OUT.08", one.Live < (isActed ? 0.06 : 0.6));
            }
            if (isActed)
            {
                Add("MIR.02", one.Returned < 0.18);
                Add("SAF.02", one.Undone < 0.05);
            }

            void Add(string id, bool isSo) =>
                shares[id].Add((platform.Name, new RequestShare(cell, name, isSo ? 1 : 0, 1)));
        }
    }

    private Draw Draws() =>
        new(Normal.Sample(random, 0, 1), Uniform(), Uniform(), Uniform(), Uniform(), Uniform(), Uniform());

    private double Uniform() => ContinuousUniform.Sample(random, 0, 1);

    private readonly record struct Draw(
        double Time,
        double Acted,
        double Other,
        double Checked,
        double Live,
        double Returned,
        double Undone
    );
}
