namespace ReportEngine.SampleData;

/// <summary>How a platform is used and how it answers: invented, except the totals that were published.</summary>
public sealed record PlatformProfile(string Id, IReadOnlyList<Weighted<(string Service, string Type)>> Services)
{
    /// <summary>Referrals that reach the register in each phase.</summary>
    public required IReadOnlyDictionary<Phase, int> Volumes { get; init; }

    /// <summary>Repeats among the referrals of the second phase.</summary>
    public int RepeatsBeforeUpdate { get; init; }

    /// <summary>Actioned, of all referrals that reached the register by 14 August.</summary>
    public required int ActionedByUpdate { get; init; }

    /// <summary>Actioned later, per thousand: in August 2025, and in January 2026.</summary>
    public required (int First, int Last) ActionedLater { get; init; }

    public required Delay Decision { get; init; }

    public int AcknowledgedPerThousand { get; init; } = 930;

    public required IReadOnlyList<Weighted<string>> Actions { get; init; }

    /// <summary>What becomes of the rest; "pending" and "withdrawn" are no decisions.</summary>
    public required IReadOnlyList<Weighted<string>> OtherEnds { get; init; }

    /// <summary>Followers, by evenly spaced quantiles.</summary>
    public required IReadOnlyList<int> Followers { get; init; }

    public int? Audience(RandomSequence random, string type)
    {
        if (random.Chance(118))
        {
            return null;
        }
        var place = random.Fraction() * (Followers.Count - 1);
        var index = (int)place;
        var followers = (int)(Followers[index] + ((place - index) * (Followers[index + 1] - Followers[index])));
        return type == "group" && Id == "whatsapp" ? Math.Min(followers, 1024) : followers;
    }
}
