using CsCheck;
using ReportEngine.Figures;

namespace ReportEngine.Tests.Figures;

/// <summary>Random cases with many ties, and the same cases as rows of the engine, grouped in many ways.</summary>
internal static class RandomCases
{
    public const int Causes = 3;

    public static readonly Gen<List<Case>> Some = Gen.Select(
        Gen.Long[0, 15],
        Gen.Int[0, Causes],
        (time, cause) => new Case(time, cause)
    ).List[1, 25];

    public static readonly Gen<List<Case>> NoneOpen = Gen.Select(
        Gen.Long[0, 15],
        Gen.Int[1, Causes],
        (time, cause) => new Case(time, cause)
    ).List[1, 25];

    public static List<Timing> Timings(IEnumerable<Case> cases) =>
        [.. cases.Select(one => new Timing(one.Time, one.Cause > 0, 1))];

    public static List<CauseTiming> CauseTimings(IEnumerable<Case> cases) =>
        [.. cases.Select(one => new CauseTiming(one.Time, one.Cause, 1))];

    public static SurvivalCurve Curve(IEnumerable<Case> cases) => SurvivalCurve.Of(Timings(cases));

    public static CumulativeIncidence Incidence(IEnumerable<Case> cases) =>
        CumulativeIncidence.Of(CauseTimings(cases), Causes);

    public static bool Near(double one, double other) => Math.Abs(one - other) < 1e-9;
}
