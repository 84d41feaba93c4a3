using ReportEngine.Figures;
using ReportEngine.Releases;

namespace ReportEngine.Web.Work;

/// <summary>A figure of a build beside what the last release said of it.</summary>
public sealed record ComparedFigure(Figure Now, Figure Before, Quantity Difference)
{
    public bool IsChanged => Now.Quantity != Before.Quantity;

    public bool IsRise => Now.Value > Before.Value;

    /// <summary>
    /// How large a change is, from 0 to 1: the difference by the larger of the two values. Counts, shares and times
    /// stand in one list, and only what is relative to their own size can be held beside each other. A value that one
    /// of them has and the other has not is as large a change as there can be.
    /// </summary>
    public double Size =>
        (Now.Value, Before.Value) switch
        {
            ({ } now, { } before) when now == before => 0,
            ({ } now, { } before) => Math.Min(1, Math.Abs(now - before) / Math.Max(Math.Abs(now), Math.Abs(before))),
            _ => IsChanged ? 1 : 0,
        };
}

/// <summary>A build held against the release it follows on.</summary>
/// <param name="IsOfSamePeriod">
/// Otherwise the figures of two periods stand beside each other, which revises none.
/// </param>
/// <param name="Compared">Figures that both have, the largest change first.</param>
public sealed record Changes(ReleaseEntry Before, bool IsOfSamePeriod, IReadOnlyList<ComparedFigure> Compared)
{
    public int Changed => Compared.Count(figure => figure.IsChanged);

    /// <summary>Null for a first release.</summary>
    /// <param name="folder">Of one report of a build.</param>
    public static Changes? Of(string folder, Office office, SiteOptions options)
    {
        var manifest = Manifest.Read(File.ReadAllBytes(Path.Combine(folder, Manifest.FileName)));
        var store = ReleaseStore.Open(office.StoreFor(manifest.Edition, options.Releases));
        if (
            manifest.PreviousRelease is not { } digest
            || store.Entries.FirstOrDefault(entry => entry.Manifest == digest) is not { } before
        )
        {
            return null;
        }
        var same = before.Period == manifest.Period;
        var (now, then) = (
            FigureFile.Read(File.ReadAllBytes(Path.Combine(folder, FigureFile.FileName))),
            store.Read(before).Figures.DistinctBy(figure => figure.Key).ToDictionary(figure => figure.Key)
        );
        // How many figures were revised is told of each release against its own: of two there is nothing to compare.
        var pairs = now.DistinctBy(figure => figure.Key)
            .Where(figure => figure.Key.MetricId != "DQ.03" && (same || figure.Key.Period == manifest.Period))
            .Select(figure =>
                (
                    Now: figure,
                    Before: then.GetValueOrDefault(same ? figure.Key : figure.Key with { Period = before.Period })
                )
            )
            .Where(pair => pair.Before is not null && MetricCatalogue.TryFind(pair.Now.Key.MetricId) is not null)
            .ToList();
        var labels = Shelf.LabelsOf(folder);
        return new Changes(
            before,
            same,
            [
                .. pairs
                    .Select(pair => Beside(pair.Now, pair.Before!, labels))
                    .OrderByDescending(figure => figure.Size)
                    .ThenByDescending(figure => Math.Abs((figure.Now.Value - figure.Before.Value) ?? 0)),
            ]
        );
    }

    private static ComparedFigure Beside(
        ReleasedFigure now,
        ReleasedFigure before,
        IReadOnlyDictionary<(Dimension, string), string> labels
    )
    {
        var (one, other) = (AsFigure(now, labels), AsFigure(before, labels));
        return new ComparedFigure(one, other, new Revision(one, other.Quantity, RevisionReasons.None).Difference);
    }

    private static Figure AsFigure(ReleasedFigure released, IReadOnlyDictionary<(Dimension, string), string> labels) =>
        released.AsFigure(
            new CutOff(default),
            (dimension, code) => new(dimension, code, labels.GetValueOrDefault((dimension, code), code))
        )!;
}
