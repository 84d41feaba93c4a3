using ReportEngine.Figures;
using ReportEngine.Releases;

namespace ReportEngine.Web.Work;

/// <summary>A figure of a build beside what the last release said of it.</summary>
public sealed record ChangedFigure(Figure Now, Figure Before, Quantity Difference);

/// <summary>A build held against the release it follows on.</summary>
/// <param name="IsOfSamePeriod">
/// Otherwise the figures of two periods stand beside each other, which revises none.
/// </param>
/// <param name="Compared">Figures that both have.</param>
/// <param name="Changed">Those of them with another value.</param>
public sealed record Changes(
    ReleaseEntry Before,
    bool IsOfSamePeriod,
    int Compared,
    IReadOnlyList<ChangedFigure> Changed
)
{
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
        var pairs = now.DistinctBy(figure => figure.Key)
            .Where(figure => same || figure.Key.Period == manifest.Period)
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
            pairs.Count,
            [
                .. pairs
                    .Where(pair => pair.Now.Quantity != pair.Before!.Quantity)
                    .Select(pair => Beside(pair.Now, pair.Before!, labels)),
            ]
        );
    }

    private static ChangedFigure Beside(
        ReleasedFigure now,
        ReleasedFigure before,
        IReadOnlyDictionary<(Dimension, string), string> labels
    )
    {
        var (one, other) = (AsFigure(now, labels), AsFigure(before, labels));
        return new ChangedFigure(one, other, new Revision(one, other.Quantity, RevisionReasons.None).Difference);
    }

    private static Figure AsFigure(ReleasedFigure released, IReadOnlyDictionary<(Dimension, string), string> labels) =>
        new(
            MetricCatalogue.Find(released.Key.MetricId),
            [
                .. released.Key.Values.Select(value => new DimensionValue(
                    value.Dimension,
                    value.Code,
                    labels.GetValueOrDefault(value, value.Code)
                )),
            ],
            released.Quantity,
            Period.TryParse(released.Key.Period)
                ?? Period.TryParseHalfYear(released.Key.Period)
                ?? Period.QuarterOf(default),
            new CutOff(default)
        );
}
