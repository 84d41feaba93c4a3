namespace ReportEngine.Figures;

/// <summary>The cases of one request in one cell: of <see cref="Cases"/>, <see cref="Yes"/> are so.</summary>
/// <param name="Cell">What is compared with its like only: a platform and a kind of request.</param>
public readonly record struct RequestShare(string Cell, string Request, long Yes, long Cases);

/// <summary>Cases of one request in one cell with the same time.</summary>
/// <param name="Cell">What is compared with its like only: a platform and a kind of request.</param>
public readonly record struct RequestTiming(string Cell, string Request, Timing Timing);

/// <summary>One of two periods of <see cref="LikeForLike"/>.</summary>
/// <param name="Cases">All, in cells of both periods or not.</param>
/// <param name="Yes">Of these, those that are so; of times, those with an answer.</param>
/// <param name="Requests">In cells of both periods.</param>
/// <param name="Value">
/// At the mix of both periods together: a share from 0 to 1, or a median in hours. Null where no cell is in both
/// periods, and where a median is not reached.
/// </param>
public readonly record struct LikeForLikeSide(long Cases, long Yes, long Requests, double? Value);

/// <summary>
/// This period against the one before, each kind of case with its like: observed less expected over cells that both
/// have, in which requests and not cases vary by themselves. A case adds (x − f)(y − P) to the excess of a share, x
/// being 1 in this period, f the part of the cell's cases that are of it and P the share of both periods; and
/// e(x − f(t)) − (x·H(t) − ∫f dH) to that of a time (log-rank, N. Mantel 1966; each case's part as in D. Y. Lin and
/// L. J. Wei, "The robust inference for the Cox proportional hazards model", JASA 84 (1989) 1074–1078). The variance
/// is the sum over requests of what their cases add, squared; its degrees of freedom are F. E. Satterthwaite's
/// (Biometrics Bulletin 2 (1946) 110–114), and D. L. Wallace's formula (Annals of Mathematical Statistics 30 (1959)
/// 1118–1130) makes a normal value of the t.
/// </summary>
/// <param name="Cells">Cells with cases in both periods; the others add nothing.</param>
/// <param name="Comparable">Their weight, from 0 to 1: 1 where both periods have one mix.</param>
/// <param name="Expected">
/// The fewest cases of a kind (so, not so) expected in a period; of times, answers in one.
/// </param>
/// <param name="Excess">Cases of this period that are so, or answers, beyond what was expected of it.</param>
/// <param name="ErrorOfCases">Standard error of the excess if cases varied by themselves.</param>
/// <param name="Error">Its standard error with requests that do.</param>
/// <param name="Test">Null where too little can be compared: <see cref="LeastComparable"/> and the others.</param>
public sealed record LikeForLike(
    bool IsTime,
    LikeForLikeSide Before,
    LikeForLikeSide Now,
    int Cells,
    double Comparable,
    double Expected,
    double Excess,
    double ErrorOfCases,
    double Error,
    LikeForLikeTest? Test
)
{
    /// <summary>What is compared must weigh at least this much of all.</summary>
    public const double LeastComparable = 0.70;

    public const long LeastRequests = 5;

    /// <summary>Of cases that are so, and of those that are not, in each period.</summary>
    public const double LeastExpected = 5;

    public const double LeastAnswers = 10;
}

/// <summary>
/// A difference against chance. <see cref="Z"/> is above 0 where this period has more; of times, more answers sooner.
/// </summary>
/// <param name="Probability">Of a difference at least as large, either way, if nothing but the mix had changed.</param>
public sealed record LikeForLikeTest(double DegreesOfFreedom, double T, double Z, double Probability);
