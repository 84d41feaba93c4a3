using ReportEngine.Cases;

namespace ReportEngine.Figures;

/// <summary>What values dimensions have, what readers see of them, and in which order.</summary>
internal sealed record DimensionValues(CodeLists Lists)
{
    /// <summary>The code of what the register holds no code for.</summary>
    internal const string NotRecorded = "none";

    /// <summary>Dimensions of which every known value is shown, also with nothing in it.</summary>
    private static readonly HashSet<Dimension> ShownWhole =
    [
        Dimension.Platform,
        Dimension.Organisation,
        Dimension.RequestType,
        Dimension.Forum,
        Dimension.Basis,
        Dimension.Ask,
        Dimension.Agency,
        Dimension.SubjectType,
        Dimension.Detection,
        Dimension.Ground,
        Dimension.Outcome,
        Dimension.Age,
        Dimension.Disclosure,
        Dimension.Preservation,
        Dimension.List,
        Dimension.PlatformGround,
        Dimension.AppealResult,
        Dimension.Field,
        Dimension.InTime,
        Dimension.AfterLimit,
    ];

    /// <summary>The values a dimension can take, with labels, in print order.</summary>
    public IReadOnlyList<DimensionValue> Of(Dimension dimension) =>
        Lists.Values.TryGetValue(dimension, out var values) ? values : [];

    /// <summary>The label of a code; combinations of lists get theirs from their parts.</summary>
    public DimensionValue Label(Dimension dimension, string code)
    {
        foreach (var value in Of(dimension))
        {
            if (value.Code == code)
            {
                return value;
            }
        }
        return new DimensionValue(
            dimension,
            code,
            dimension switch
            {
                Dimension.Coverage => Codes.CoverageLabel(code),
                Dimension.Metric => MetricCatalogue.TryFind(code)?.Name ?? code,
                _ => code == NotRecorded ? "Not recorded" : code,
            }
        );
    }

    /// <summary>The combinations of values to show: those found in an answer, and those shown in any case.</summary>
    public IEnumerable<IReadOnlyList<DimensionValue>> Combinations(
        IReadOnlyList<Dimension> by,
        ICollection<(string? Key1, string? Key2)> found
    ) =>
        by.Count switch
        {
            0 =>
            [
                [],
            ],
            1 => InOrder(by[0], found.Select(key => key.Key1)).Select(value => (IReadOnlyList<DimensionValue>)[value]),
            2 => InOrder(by[0], found.Select(key => key.Key1))
                .SelectMany(first =>
                    InOrder(by[1], found.Select(key => key.Key2))
                        .Select(second => (IReadOnlyList<DimensionValue>)[first, second])
                ),
            _ => throw new ArgumentException("At most two dimensions can be asked for.", nameof(by)),
        };

    /// <summary>The values found and those shown in any case, in print order.</summary>
    public IEnumerable<DimensionValue> InOrder(Dimension dimension, IEnumerable<string?> found)
    {
        var present = found.Select(code => code ?? NotRecorded).ToHashSet(StringComparer.Ordinal);
        var listed = Of(dimension)
            .Where(value => ShownWhole.Contains(dimension) || present.Contains(value.Code))
            .ToList();
        var unlisted = present
            .Except(listed.Select(value => value.Code), StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        return listed.Concat(unlisted.Select(code => Label(dimension, code)));
    }
}
