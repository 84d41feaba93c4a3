using Scriban.Parsing;

namespace ReportEngine.Templates;

/// <summary>
/// What one reading of a template may take. Loops run over what the register holds, so none is without end; a loop in a
/// loop in a loop may still be more than anybody reads.
/// </summary>
/// <param name="time">Of the machine; a test sets its own.</param>
internal sealed class TemplateBudget(TimeProvider time)
{
    public const int MostRounds = 10_000;
    public const int MostSteps = 1_000_000;
    public const int LongestText = 2_000_000;

    /// <summary>Without the time that figures take.</summary>
    public static readonly TimeSpan LongestTime = TimeSpan.FromSeconds(10);

    private readonly long begun = time.GetTimestamp();
    private TimeSpan outside;
    private int rounds;
    private int steps;
    private int letters;

    public void Round(SourceSpan span) =>
        Require(++rounds <= MostRounds, span, "RE218", "goes round its loops more than 10,000 times");

    public void Step(SourceSpan span)
    {
        Require(++steps <= MostSteps, span, "RE219", "takes more than 1,000,000 steps");
        Require(
            time.GetElapsedTime(begun) - outside <= LongestTime,
            span,
            "RE220",
            "takes more than 10 seconds, not counting its figures"
        );
    }

    public void Write(int count, SourceSpan span) =>
        Require((letters += count) <= LongestText, span, "RE221", "writes more than 2,000,000 letters");

    /// <summary>The register may take its time.</summary>
    public T Outside<T>(Func<T> work)
    {
        var start = time.GetTimestamp();
        try
        {
            return work();
        }
        finally
        {
            outside += time.GetElapsedTime(start);
        }
    }

    private static void Require(bool isWithin, SourceSpan span, string code, string what)
    {
        if (!isWithin)
        {
            throw new ReportException(
                ExitCode.WrongUsage,
                new Problem(Places.Of(span), code, "The template " + what + ".", "a shorter one")
            );
        }
    }
}
