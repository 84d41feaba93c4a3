using NodaTime;
using NodaTime.Text;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Rendering;

/// <summary>Sentences that every format prints about a document, its tables and its metrics, in one language.</summary>
public sealed record DocumentWords(Language Language)
{
    public NumberStyle Numbers { get; } = new(Language);

    public string InventedMark => Language.Say("Sample data: invented cases");

    public string Say(string english) => Language.Say(english);

    public string Say(string english, params object[] parts) => Language.Say(english, parts);

    /// <summary>The title with the period it is about.</summary>
    public string Titled(string title, Document document) =>
        Say("{0}, {1}", title, Numbers.PeriodName(document.Period));

    /// <summary>
    /// A table's title with the period it is about, or with the day when it tells what stood at the cut-off.
    /// </summary>
    public string Titled(Table table, Document document) =>
        table.IsOfSeveralPeriods ? table.Title
        : table.Metrics.All(metric => metric.Cohort == Figures.Cohort.Stock)
            ? Say("{0}, as at {1}", table.Title, Numbers.Date(document.CutOff.Day))
        : Titled(table.Title, document);

    /// <summary>
    /// What every page and sheet is marked with, in this order: the edition, that it is a draft, the sample data.
    /// </summary>
    public IReadOnlyList<string> Marks(Document document) =>
        [.. Restrictions(document), .. document.IsInvented ? [InventedMark] : Array.Empty<string>()];

    /// <summary>Those of the marks that keep a document from readers.</summary>
    public IReadOnlyList<string> Restrictions(Document document) =>
        [
            .. new[]
            {
                document.Edition.Marking,
                !document.IsDraft ? null
                : document.Edition.Marking is null ? Say("Draft, not approved, not for publication")
                : Say("Draft, not approved"),
            }.OfType<string>(),
        ];

    public string CutOff(Document document) => Say("As known on {0}", Numbers.Date(document.CutOff.Day));

    public string Status(Document document) =>
        document.Release?.IsFinal ?? document.Period.IsSettledAt(document.CutOff)
            ? Say("Final: changes only as corrections")
        : document.Period.IsCompleteAt(document.CutOff) ? Say("Provisional: later records may change figures")
        : Say("Provisional and incomplete: the period was not over at the cut-off");

    public string Office(Document document) => PlainText.Clean(Say(document.Dataset.Office));

    /// <summary>Where all figures come from.</summary>
    public string Source(Document document) => Say("Case register, {0}. {1}.", Office(document), CutOff(document));

    public string Source(Document document, Table table) => WithIds(Source(document), IdsOf(table));

    public string Source(Document document, Chart chart) => WithIds(Source(document), IdsOf(chart));

    /// <summary>Which figures stand in a table; null where there is none.</summary>
    public string? IdsOf(Table table) => Ids(table.Metrics);

    public string? IdsOf(Chart chart) =>
        Ids(
            chart
                .Points.SelectMany(point => point.Figures)
                .Concat(chart.Finding?.Figures ?? [])
                .Select(figure => figure.Metric)
        );

    /// <summary>
    /// The table's own notes, then the meaning of what stands in its cells in words. Workbooks have signs instead, and
    /// columns for intervals.
    /// </summary>
    public IReadOnlyList<string> Notes(Table table, bool forReaders = true) =>
        [
            .. table.Notes,
            .. IsSplitOff(table)
                ? [Say("Shares may not add up to 100 % because each is rounded by itself.")]
                : Array.Empty<string>(),
            .. forReaders ? InWords(table) : InSigns(table),
            .. table.Figures.Select(figure => figure.LeftOut).DefaultIfEmpty().Max() is > 0 and var most
                ?
                [
                    Say(
                        "Where it is not recorded when an action took effect, the referral is left out: at most {0} "
                            + "in a row.",
                        most
                    ),
                ]
                : Array.Empty<string>(),
            .. table.Figures.Any(figure => figure.Quantity is Withheld) ? [MarkerMeaning("c")] : Array.Empty<string>(),
            .. table.Figures.Any(figure => figure.IsRevised) ? [MarkerMeaning("r")] : Array.Empty<string>(),
        ];

    private IEnumerable<string> InWords(Table table)
    {
        if (table.Figures.Any(figure => figure.Quantity is Share { Value: null, Denominator: > 0 }))
        {
            yield return Say("No per cent is given for fewer than 10 cases ([u] in workbooks and data files).");
        }
        if (table.Figures.Any(figure => figure.Quantity is { Marker: "u", IsCutShort: false } and not Share))
        {
            yield return Say("Too few ([u] in workbooks and data files): fewer than 10 cases or answers.");
        }
        if (IsCutShort(table))
        {
            yield return Say(
                "Not followed so long ([x] in workbooks and data files): no case was still followed at that time."
            );
        }
        if (table.Figures.Any(figure => figure.Quantity is Hours { Value: not null, Low: not null, High: null }))
        {
            yield return Say("Or more: no upper end of the 95 % interval can be given yet.");
        }
        if (table.Figures.Any(figure => figure.Quantity is Hours { Reached: false, Cases: > 0 }))
        {
            yield return Say(
                "Not yet, not reached ([x] in workbooks and data files): the estimated share has stayed below this "
                    + "level so far."
            );
        }
    }

    private IEnumerable<string> InSigns(Table table)
    {
        if (IsCutShort(table))
        {
            yield return Say("[x] not followed so long: no case was still followed at that time");
        }
        if (
            table.Figures.Any(figure =>
                figure.Quantity is Hours { Low: not null, High: null } or Hours { Reached: false, Cases: > 0 }
            )
        )
        {
            yield return Say(
                "[x] not reached: the estimated share has stayed below this level so far; in a column of "
                    + "upper ends: none can be given yet"
            );
        }
    }

    private static bool IsCutShort(Table table) => table.Figures.Any(figure => figure.Quantity.IsCutShort);

    public IEnumerable<(string Label, string Text)> Definition(Metric metric)
    {
        yield return (Say("Definition"), metric.Definition);
        if (metric.Numerator is { } numerator)
        {
            yield return (Say("Counted"), numerator);
        }
        if (metric.Denominator is { } denominator)
        {
            yield return (Say("Out of"), denominator);
        }
        yield return (Say("Unit"), Say(metric.Unit.Words));
        yield return (Say("Counted when"), Cohort(metric.Cohort));
        yield return (Say("Modelled on"), metric.Source);
        foreach (var change in metric.Changes)
        {
            yield return (Say("Changed"), Changed(change));
        }
    }

    /// <summary>"Version 2, since 29 November 2026. Every withdrawal counts, also after an answer."</summary>
    public string Changed(DefinitionChange change) =>
        string.Join(
            ' ',
            change
                .Reasons.Select(reason => Say(reason))
                .Prepend(Say("Version {0}, since {1}.", change.Version, Numbers.Date(change.On)))
        );

    public IReadOnlyList<(string Label, string Value)> CoverFacts(Document document) =>
        [
            (
                Say("Period"),
                Say(
                    "{0} ({1}; fiscal year {2})",
                    Numbers.PeriodName(document.Period),
                    document.Period.Id,
                    // Between Arabic letters a hyphen would turn the years round.
                    document.Period.FiscalYear["FY".Length..].Replace('-', Language.RightToLeft ? '/' : '-')
                )
            ),
            (Say("Cut-off"), Say("What was known at {0}, Pakistan time", Numbers.Moment(document.CutOff))),
            (Say("Edition"), document.Edition.Name),
            (Say("Status"), Status(document)),
            .. document.Release is { } release
                ? Released(release)
                :
                [
                    (Say("Released"), Say("Not yet: a draft, not for publication")),
                    (Say("Next update"), Say("To be announced on release")),
                ],
            .. Language == Language.English
                ? Array.Empty<(string, string)>()
                :
                [
                    (
                        Say("Translation"),
                        Say(
                            "Made by the engine's authors and not yet reviewed; where it differs from the "
                                + "English edition, the English edition counts"
                        )
                    ),
                ],
            (Say("Data"), PlainText.Clean(Say(document.Dataset.Title))),
            (Say("Responsible office"), Office(document)),
            (Say("Contact"), PlainText.Clean(Say(document.Dataset.Contact))),
        ];

    private (string Label, string Value)[] Released(ReleaseNote release) =>
        [
            (
                Say("Released"),
                release.IsDraft
                    ? Say("Not yet: a draft, not for publication")
                    : Say(
                        "Version {0}, {1} at {2} (Pakistan time)",
                        release.Version,
                        Numbers.Date(LocalOf(release).Date),
                        LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(LocalOf(release).TimeOfDay)
                    )
            ),
            (Say("Next update"), release.NextUpdate is { } day ? Numbers.Date(day) : Say("Not planned yet")),
            (Say("Held against"), release.Follows ?? Say("Nothing: the first release of this report")),
        ];

    private static LocalDateTime LocalOf(ReleaseNote release) => release.ReleaseAt.InZone(Period.Zone).LocalDateTime;

    /// <summary>"Table R2"; null for one without a number.</summary>
    public string? NumberOf(Table table) => table.Number is { } number ? Say("Table {0}", number) : null;

    /// <summary>"Figure R1".</summary>
    public string? NumberOf(Chart chart) => chart.Number is { } number ? Say("Figure {0}", number) : null;

    /// <summary>What a chart shows; without a finding, what it is of.</summary>
    public string TitleOf(Chart chart) =>
        chart.Finding is { } finding
            ? Say(
                finding.English,
                [
                    .. finding.Names.Select(names =>
                        (object)string.Join(Say(", "), names.Select(name => PlainText.Clean(Say(name))))
                    ),
                    .. finding.Figures.Select(figure => Numbers.Sentence(figure, FigureForm.Percent)),
                ]
            )
            : chart.Title;

    /// <summary>What a chart is of, where its title is what it shows, and when.</summary>
    public string SubtitleOf(Chart chart, Document document)
    {
        var periods = chart.Points.Select(point => point.Figure.Period).Append(document.Period).ToList();
        var (first, last) = (periods.MinBy(period => period.Start)!, periods.MaxBy(period => period.End)!);
        var when =
            first == last
                ? Numbers.PeriodName(first)
                : Say("{0} to {1}", Numbers.PeriodName(first), Numbers.PeriodName(last));
        return chart.Finding is null ? when : Say("{0}, {1}", chart.Title, when);
    }

    /// <summary>The title of one of the pictures that a chart of many lines takes.</summary>
    public string PartTitle(string title, int part, int parts) =>
        parts == 1 ? title : Say("{0} ({1} of {2})", title, NumberStyle.Whole(part + 1), NumberStyle.Whole(parts));

    /// <summary>The text alternative of a chart: what is drawn, then every value.</summary>
    public string Alternative(Chart chart) =>
        string.Join(
            " ",
            new[]
            {
                chart.Explanation,
                Finding(chart),
                string.Join(
                    "; ",
                    chart.Points.Select(point =>
                        point.Line
                        + (point.Series.Length == 0 ? "" : ", " + point.Series)
                        + ": "
                        + Numbers.Sentence(point.Figure)
                        + (point.Tick is { } tick ? ", " + chart.TickName + ": " + Numbers.Sentence(tick) : "")
                    )
                ) + ".",
            }.OfType<string>()
        );

    /// <summary>
    /// The ends of a row of shares, if chance is no likely reason for their difference; null for other charts.
    /// </summary>
    public string? Finding(Chart chart)
    {
        var shares = chart
            .Points.Where(point =>
                point.Ends is null && point.Figure is { Low: not null, High: not null, Quantity: Share }
            )
            .OrderBy(point => point.Figure.Value)
            .ToList();
        if (chart.Kind is not (ChartKind.ShareDots or ChartKind.ShareTrend) || shares.Count < 2)
        {
            return null;
        }
        var (lowest, highest) = (shares[0], shares[^1]);
        return lowest.Figure.High < highest.Figure.Low
            ? Say(
                "The highest is {0} with {1}, the lowest {2} with {3}; their intervals do not overlap.",
                highest.Line,
                Numbers.Text(highest.Figure),
                lowest.Line,
                Numbers.Text(lowest.Figure)
            )
            : Say("The intervals of the highest and the lowest overlap, so the differences may be chance.");
    }

    /// <summary>What a marker means; printed beside every table that uses it.</summary>
    public string MarkerMeaning(string marker) =>
        Say(
            marker switch
            {
                "u" => "[u] not given: too few cases or answers (10 for a median or a share, 20 for 95 in 100)",
                "x" => "[x] not available",
                "z" => "[z] not applicable",
                "c" => "[c] withheld to protect individuals",
                "low" => "[low] rounds to zero, but is not zero",
                "r" => "[r] revised since the last release; the section on changes says from what, and why",
                _ => throw new ArgumentOutOfRangeException(nameof(marker), marker, "Unknown marker"),
            }
        );

    private static string WithIds(string source, string? ids) => ids is null ? source : source + " " + ids;

    private string? Ids(IEnumerable<Metric> metrics)
    {
        var ids = string.Join(", ", metrics.Select(metric => metric.Id).Distinct());
        return ids.Length == 0 ? null : Say("Figures: {0}.", ids);
    }

    public string Cohort(Cohort cohort) =>
        Say(
            cohort switch
            {
                Figures.Cohort.Submission => "submitted in the period, followed to the cut-off",
                Figures.Cohort.Activity => "happened in the period",
                Figures.Cohort.Cumulative => "from the baseline date to the end of the period or the cut-off",
                _ => "standing at the cut-off",
            }
        );

    /// <summary>A table of the parts of one whole whose printed per cents do not add up to 100.0.</summary>
    private static bool IsSplitOff(Table table)
    {
        var shares = table.Figures.Select(figure => figure.Quantity).OfType<Share>().ToList();
        return table is { Columns.Count: 2, Rows.Count: > 1 }
            && shares.Count == table.Rows.Count
            && shares.Sum(share => share.Numerator) == shares[0].Denominator
            && shares.TrueForAll(share => share.Denominator == shares[0].Denominator)
            && shares.Sum(share => NumberStyle.Rounded((share.Value ?? 0) * 100)) != 100;
    }
}
