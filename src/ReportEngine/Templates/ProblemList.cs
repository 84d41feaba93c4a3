using Scriban.Syntax;

namespace ReportEngine.Templates;

/// <summary>What a check has found; each thing once, and no more than anybody reads.</summary>
internal sealed class ProblemList
{
    public const int Most = 100;

    /// <summary>Names that are told where none is near.</summary>
    private const int MostListed = 10;

    private readonly List<Problem> problems = [];

    /// <summary>In the order of their places, file by file.</summary>
    public IReadOnlyList<Problem> All => [.. Places.InOrder(problems.Distinct()).Take(Most)];

    public void Add(params IEnumerable<Problem> found) => problems.AddRange(found);

    public void Tell(ScriptNode node, string code, string found, string expected) =>
        Add(new Problem(Places.Of(node), code, found, expected));

    /// <summary>With the nearest of the names that are known.</summary>
    public void Unknown(ScriptNode node, string code, string what, string name, IEnumerable<string> known) =>
        Add(UnknownAt(Places.Of(node), code, what, name, [.. known]));

    /// <inheritdoc cref="Unknown"/>
    public static Problem UnknownAt(string place, string code, string what, string name, IReadOnlyList<string> known)
    {
        var near = Nearest.Suggestion(name, known);
        return new Problem(
            place,
            code,
            $"Unknown {what} '{name}'.",
            near is null && known.Count <= MostListed ? string.Join(", ", known) : null,
            near
                ?? (
                    known.Count <= MostListed ? null
                    : code == "RE204" ? "templates/README.md tells them."
                    : "'report-engine templates names' lists them."
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
