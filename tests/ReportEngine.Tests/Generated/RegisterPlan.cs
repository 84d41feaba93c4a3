using CsCheck;

namespace ReportEngine.Tests.Generated;

/// <summary>
/// What a generated register is like. The same plan gives the same rows; smaller numbers give a plainer register, so
/// that a failure shrinks to the few rows that show it.
/// </summary>
/// <param name="Seed">Of the rows' own random choices.</param>
/// <param name="Referrals">0 for a register without cases.</param>
/// <param name="Platforms">How many platforms there are; a referral may go to any of them.</param>
/// <param name="Mess">
/// In per cent of the rows that it could befall: late records, corrections, second answers, answers after a
/// withdrawal, withdrawals after an answer, effects that nobody recorded.
/// </param>
/// <param name="Ties">In per cent of the times: whole days and hours, which many rows share.</param>
/// <param name="HasOddNames">Names with signs of other scripts, of formulas, of mark-up, and very long ones.</param>
internal sealed record RegisterPlan(int Seed, int Referrals, int Platforms, int Mess, int Ties, bool HasOddNames)
{
    /// <summary>
    /// A third of them too small for a median, a third between, a third large enough for every quantile.
    /// </summary>
    public static Gen<RegisterPlan> Any { get; } =
        Gen.Select(
                Gen.Int[1, 1_000_000],
                Gen.OneOf(Gen.Int[0, 12], Gen.Int[13, 150], Gen.Int[151, 1500]),
                Gen.Frequency((9, Gen.Int[1, 7]), (1, Gen.Const(40))),
                Gen.Int[0, 60],
                Gen.Int[0, 100],
                Gen.Bool
            )
            .Select(
                (seed, referrals, platforms, mess, ties, names) =>
                    new RegisterPlan(seed, referrals, platforms, mess, ties, names)
            );

    /// <summary>Fewer registers than a night would allow: set REPORT_ENGINE_REGISTERS to try hundreds.</summary>
    public static long Iterations(int usual) =>
        long.TryParse(Environment.GetEnvironmentVariable("REPORT_ENGINE_REGISTERS"), out var asked) ? asked : usual;
}
