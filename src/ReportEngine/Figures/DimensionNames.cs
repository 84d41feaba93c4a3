using System.Text.RegularExpressions;

namespace ReportEngine.Figures;

/// <summary>
/// The one spelling of a dimension in files, keys, addresses and commands: the register's, request_type.
/// </summary>
public static partial class DimensionNames
{
    private static readonly Dictionary<Dimension, string> Names = Enum.GetValues<Dimension>()
        .ToDictionary(dimension => dimension, dimension => Capital().Replace(dimension + "", "_$0").ToLowerInvariant());

    public static string Of(Dimension dimension) => Names[dimension];

    /// <summary>
    /// The dimension of a name; null for none. Understood too are request-type, as people type it, and what earlier
    /// releases wrote: RequestType and requesttype.
    /// </summary>
    public static Dimension? TryFind(string name)
    {
        var plain = name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        foreach (var dimension in Names.Keys)
        {
            if (string.Equals(dimension.ToString(), plain, StringComparison.OrdinalIgnoreCase))
            {
                return dimension;
            }
        }
        return null;
    }

    [GeneratedRegex("(?<=[a-z])[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Capital();
}
