using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace ReportEngine.Web;

/// <summary>How one figure may be said, and how not.</summary>
public sealed record Quote
{
    /// <summary>The part of the metric that is meant, such as its median; null where it has none.</summary>
    public string? Part { get; init; }

    /// <summary>A sentence with {value} and {period} in it.</summary>
    public string Say { get; init; } = "";

    public string Caveat { get; init; } = "";

    public string DoNotSay { get; init; } = "";

    /// <summary>The sentence before its value, and after it.</summary>
    public (string Before, string After) Around(string period)
    {
        var parts = Say.Split("{value}", 2);
        return (
            parts[0].Replace("{period}", period, StringComparison.Ordinal),
            string.Concat(parts.Skip(1)).Replace("{period}", period, StringComparison.Ordinal)
        );
    }
}

/// <summary>templates/quotes.yaml, by the id of the figure, in its order.</summary>
internal static class Quotes
{
    public static IReadOnlyList<KeyValuePair<string, Quote>> Read(string templates) =>
        [
            .. new DeserializerBuilder()
                .WithNamingConvention(UnderscoredNamingConvention.Instance)
                .Build()
                .Deserialize<Dictionary<string, Quote>>(File.ReadAllText(Path.Combine(templates, "quotes.yaml"))),
        ];
}
