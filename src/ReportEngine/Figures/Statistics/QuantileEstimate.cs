namespace ReportEngine.Figures;

/// <summary>
/// A quantile of a time to event with its 95 % limits, all in seconds. Null is "not reached": the curve, or the limit
/// of its interval, stops short of the quantile, which is a finding and not a gap.
/// </summary>
public readonly record struct QuantileEstimate(double? Seconds, double? Low, double? High);

/// <summary>The mean time, in seconds, up to <paramref name="UpToSeconds"/> (τ), and its standard error.</summary>
public readonly record struct RestrictedMean(double Seconds, double StandardError, long UpToSeconds);
