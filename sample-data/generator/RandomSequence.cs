namespace ReportEngine.SampleData;

/// <summary>SplitMix64: the same numbers from the same seed on every machine and every version of .NET.</summary>
public sealed class RandomSequence(ulong seed)
{
    private ulong state = seed;

    /// <summary>A whole number from 0 up to, not including, the limit.</summary>
    public int Below(int limit) => (int)((Next() >> 33) % (ulong)limit);

    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>A fraction from 0 up to, not including, 1.</summary>
    public double Fraction() => (Next() >> 11) / 9007199254740992.0;

    public bool Chance(int perThousand) => Below(1000) < perThousand;

    public T OneOf<T>(IReadOnlyList<T> values) => values[Below(values.Count)];

    public T Pick<T>(IReadOnlyList<Weighted<T>> values)
    {
        var left = Below(values.Sum(value => value.Weight));
        foreach (var value in values)
        {
            left -= value.Weight;
            if (left < 0)
            {
                return value.Value;
            }
        }
        throw new InvalidOperationException("The weights are not positive.");
    }

    public void Shuffle<T>(IList<T> values)
    {
        for (var index = values.Count - 1; index > 0; index--)
        {
            var other = Below(index + 1);
            (values[index], values[other]) = (values[other], values[index]);
        }
    }

    private ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15UL;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }
}

/// <summary>A value and how often it comes up beside the others.</summary>
public sealed record Weighted<T>(T Value, int Weight);
