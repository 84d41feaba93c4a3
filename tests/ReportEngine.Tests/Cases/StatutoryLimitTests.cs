using ReportEngine.Cases;

namespace ReportEngine.Tests.Cases;

/// <summary>A limit counts for a period that has a day of it; its end is the first day it is not in force.</summary>
public sealed class StatutoryLimitTests
{
    [Theory]
    [InlineData("2020-01-01", null, true)]
    [InlineData("2025-12-31", null, true)]
    [InlineData("2026-01-01", null, false)]
    [InlineData("2020-01-01", "2025-09-30", false)]
    [InlineData("2020-01-01", "2025-10-01", false)]
    [InlineData("2020-01-01", "2025-10-02", true)]
    public void Limit_is_in_force_in_a_period_it_shares_a_day_with(string from, string? to, bool isInForce)
    {
        var limit = new StatutoryLimit
        {
            Basis = "basis",
            Hours = 24,
            Instrument = "instrument",
            ValidFrom = from,
            ValidTo = to,
        };

        Assert.Equal(isInForce, limit.IsInForce(Period.TryParse("2025-Q4")!));
    }
}
