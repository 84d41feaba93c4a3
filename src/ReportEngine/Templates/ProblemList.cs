using Scriban.Syntax;

namespace ReportEngine.Templates;

/// <summary>What a check has found; each thing once, and no more than anybody reads.</summary>
internal sealed class ProblemList
{
    private const int Most = 100;

    /// <summary>Names that are told where none is near.</summary>
    private const int MostListed = 10;

    private readonly List<Problem> problems = [];

    public IReadOnlyList<Problem> All => [.. problems.Distinct().Take(Most)];

    public void Add(params IEnumerable<Problem> found) => problems.AddRange(found);

    public void Tell(ScriptNode node, string code, string found, string expected) =>
        Add(new Problem(Places.Of(node), code, found, expected));

    /// <summary>With the nearest of the names that are known.</summary>
    public void Unknown(ScriptNode node, string code, string what, string name, IEnumerable<string> known)
    {
        var names = known.ToList();
        var near = Nearest.Suggestion(name, names);
        Add(
            new Problem(
                Places.Of(node),
                code,
                $"Unknown {what} '{name}'.",
                near is null && names.Count <= MostListed ? string.Join(", ", names) : null,
                near ?? (names.Count > MostListed ? "'report-engine templates names' lists them." : null)
            )
        );
    }

    /// <summary>Something that is no part of the language of templates.</summary>
    public void Refuse(ScriptNode? node)
    {
        if (node is not null)
        {
            Add(NotAllowed.Of(node));
        }
    }
}
