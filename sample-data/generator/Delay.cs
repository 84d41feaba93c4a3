namespace ReportEngine.SampleData;

/// <summary>A waiting time, told by evenly spaced quantiles in hours: shortest, …, median, …, longest.</summary>
public sealed record Delay(IReadOnlyList<double> Hours)
{
    public TimeSpan Draw(RandomSequence random)
    {
        var place = random.Fraction() * (Hours.Count - 1);
        var index = (int)place;
        var hours = Hours[index] + ((place - index) * (Hours[index + 1] - Hours[index]));
        return TimeSpan.FromSeconds((long)(hours * 3600));
    }
}

/// <summary>The waiting times that do not depend on the platform.</summary>
public static class Delays
{
    public static readonly Delay SeenToDetected = new([0, 0.5, 5, 24, 96, 300]);
    public static readonly Delay DetectedToSubmitted = new([2, 12, 30, 72, 150, 420]);
    public static readonly Delay Acknowledged = new([0.05, 0.5, 1.5, 4, 10, 30]);
    public static readonly Delay Emergency = new([0.3, 1.5, 3, 5, 8, 11.5, 30]);
    public static readonly Delay DecisionToEffect = new([0, 0.02, 0.1, 0.5, 2, 9]);
    public static readonly Delay Recording = new([0.05, 0.1, 0.3, 0.8, 2]);
    public static readonly Delay LateRecording = new([48, 96, 200, 400, 600]);
    public static readonly Delay EffectToMirror = new([0.5, 6, 24, 72, 150, 300, 620]);
    public static readonly Delay EffectToCheck = new([0.5, 3, 9, 20, 40, 70]);
    public static readonly Delay Appeal = new([20, 100, 240, 500, 900]);
    public static readonly Delay AppealDecision = new([24, 100, 240, 480, 1000]);
    public static readonly Delay Correction = new([30, 90, 200, 400, 700]);
}
