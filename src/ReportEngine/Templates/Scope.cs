using Scriban.Syntax;

namespace ReportEngine.Templates;

/// <summary>What a place in a template knows beside the names of the language.</summary>
/// <param name="Items">The names of the loops around it, each with its list.</param>
/// <param name="Partials">The partials it is in, outermost first.</param>
/// <param name="Withheld">
/// The figures, as they are written, of which it is asked around it whether they are withheld.
/// </param>
internal sealed record Scope(
    IReadOnlyDictionary<string, string> Items,
    IReadOnlyList<string> Partials,
    IReadOnlyList<string> Withheld
)
{
    public static Scope Empty { get; } = new(new Dictionary<string, string>(), [], []);

    public Scope With(string item, string list) =>
        this with
        {
            Items = new SortedDictionary<string, string>(
                Items.Where(one => one.Key != item).Append(new(item, list)).ToDictionary(),
                StringComparer.Ordinal
            ),
        };

    public Scope In(string partial) => this with { Partials = [.. Partials, partial] };

    public Scope Asking(IEnumerable<string> figures) => this with { Withheld = [.. Withheld, .. figures] };

    public bool Asks(ScriptFunctionCall figure) => Withheld.Contains(figure.ToString(), StringComparer.Ordinal);

    /// <summary>Equal where the same names stand for the same lists.</summary>
    public override string ToString() =>
        string.Join(',', Items.Select(item => item.Key + ":" + item.Value)) + "|" + string.Join(',', Withheld);
}
