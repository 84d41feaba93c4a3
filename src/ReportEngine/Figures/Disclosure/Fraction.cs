using System.Numerics;

namespace ReportEngine.Figures;

/// <summary>
/// An exact fraction in lowest terms with a positive <see cref="Below"/>. For tables and their totals all that arise
/// are whole numbers; overflow throws.
/// </summary>
internal readonly record struct Fraction(long Above, long Below)
{
    public static readonly Fraction Zero = new(0, 1);

    public static readonly Fraction One = new(1, 1);

    public bool IsZero => Above == 0;

    public int Sign => Math.Sign(Above);

    public bool IsWhole => Below == 1;

    public long Floor => (Above >= 0 ? Above : Above - Below + 1) / Below;

    public static Fraction Of(long whole) => new(whole, 1);

    public static Fraction operator +(Fraction left, Fraction right) => left - new Fraction(-right.Above, right.Below);

    public static Fraction operator -(Fraction left, Fraction right) =>
        left.Below == 1 && right.Below == 1
            ? new(left.Above - right.Above, 1)
            : Lowest((left.Above * right.Below) - (right.Above * left.Below), left.Below * right.Below);

    public static Fraction operator *(Fraction left, Fraction right) =>
        left.Below == 1 && right.Below == 1
            ? new(left.Above * right.Above, 1)
            : Lowest(left.Above * right.Above, left.Below * right.Below);

    public static Fraction operator /(Fraction left, Fraction right) =>
        right.Above > 0
            ? Lowest(left.Above * right.Below, left.Below * right.Above)
            : Lowest(-left.Above * right.Below, -(left.Below * right.Above));

    public static bool operator <(Fraction left, Fraction right) => (left - right).Sign < 0;

    public static bool operator >(Fraction left, Fraction right) => (left - right).Sign > 0;

    private static Fraction Lowest(long above, long below)
    {
        var divisor = (long)BigInteger.GreatestCommonDivisor(above, below);
        return new(above / divisor, below / divisor);
    }
}
