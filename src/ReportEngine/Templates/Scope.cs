namespace ReportEngine.Templates;

/// <summary>What a place in a template knows beside the names of the language.</summary>
/// <param name="Items">The names of the loops around it, each with its list.</param>
/// <param name="Partials">The partials it is in, outermost first.</param>
internal sealed record Scope(IReadOnlyDictionary<string, string> Items, IReadOnlyList<string> Partials)
{
    public static Scope Empty { get; } = new(new Dictionary<string, string>(), []);

    public Scope With(string item, string list) =>
        this with
        {
            Items = new SortedDictionary<string, string>(
                Items.Where(one => one.Key != item).Append(new(item, list)).ToDictionary(),
                StringComparer.Ordinal
            ),
        };

    public Scope In(string partial) => this with { Partials = [.. Partials, partial] };

    /// <summary>Equal where the same names stand for the same lists.</summary>
    public override string ToString() => string.Join(',', Items.Select(item => item.Key + ":" + item.Value));
}
