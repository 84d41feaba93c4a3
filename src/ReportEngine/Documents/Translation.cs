using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Documents;

/// <summary>
/// Puts the engine's own words in a document's blocks into its language: titles, headings, labels, definitions.
/// Prose comes from a template in that language and stays as it is, as do names from the register.
/// </summary>
internal static class Translation
{
    public static IReadOnlyList<Block> Of(IReadOnlyList<Block> blocks, Language language) =>
        [.. blocks.Select(block => Of(block, language))];

    public static IReadOnlyList<IdentityCheck> Of(IReadOnlyList<IdentityCheck> checks, Language language) =>
        [.. checks.Select(check => check with { Statement = language.Say(check.Statement) })];

    public static Edition Of(Edition edition, Language language) =>
        edition with
        {
            Name = language.Say(edition.Name),
            Marking = edition.Marking is { } marking ? language.Say(marking) : null,
        };

    private static Block Of(Block block, Language language) =>
        block switch
        {
            Paragraph paragraph => new Paragraph(Of(paragraph.Content, language)),
            Headline headline => new Headline(Of(headline.Content, language), Of(headline.Basis, language)),
            Finding finding => finding with
            {
                Content = Of(finding.Content, language),
                Basis = Of(finding.Basis, language),
            },
            ListBlock list => list with { Items = [.. list.Items.Select(item => Of(item, language))] },
            Note note => note with { Content = Of(note.Content, language) },
            KeyFigures key => new KeyFigures(Of(key.Figures, language)),
            TableBlock table => table with { Table = Of(table.Table, language) },
            ChartBlock chart => new ChartBlock(Of(chart.Chart, language)),
            Definitions definitions => definitions with
            {
                Metrics = [.. definitions.Metrics.Select(metric => Of(metric, language))],
            },
            _ => block,
        };

    private static IReadOnlyList<Inline> Of(IReadOnlyList<Inline> content, Language language) =>
        [
            .. content.Select(inline =>
                inline switch
                {
                    FigureRun run => run with { Figure = Of(run.Figure, language) },
                    Strong strong => new Strong(Of(strong.Content, language)),
                    Emphasis emphasis => new Emphasis(Of(emphasis.Content, language)),
                    Link link => link with { Content = Of(link.Content, language) },
                    _ => inline,
                }
            ),
        ];

    /// <summary>With what it is narrowed to.</summary>
    internal static string TitleOf(Table table, Language language) =>
        table.NarrowedTo is { } only
            ? language.Say("{0}: {1}", language.Say(table.Title), PlainText.Clean(Label(only.Label, language)))
            : language.Say(table.Title);

    private static Table Of(Table table, Language language) =>
        table with
        {
            Title = TitleOf(table, language),
            Columns =
            [
                .. table.Columns.Select(column =>
                    column with
                    {
                        Heading = language.Say(column.Heading),
                        Group = column.Group is { } group ? language.Say(group) : null,
                        Metric = column.Metric is { } metric ? Of(metric, language) : null,
                    }
                ),
            ],
            Rows =
            [
                .. table.Rows.Select(row => row with { Cells = [.. row.Cells.Select(cell => Of(cell, language))] }),
            ],
            Notes = [.. table.Notes.Select(language.Say)],
            AlsoDefined = [.. table.AlsoDefined.Select(metric => Of(metric, language))],
        };

    private static Cell Of(Cell cell, Language language) =>
        cell switch
        {
            TextCell { IsVerbatim: false } text => new TextCell(Label(text.Text, language)),
            FigureCell figure => new FigureCell(Of(figure.Figure, language)),
            _ => cell,
        };

    private static Chart Of(Chart chart, Language language) =>
        chart with
        {
            Title = language.Say(chart.Title),
            Explanation = language.Say(chart.Explanation),
            Key = language.Say(chart.Key ?? chart.Explanation),
            Total = chart.Total is { } total ? Label(total, language) : null,
            TickName = chart.TickName is { } tick ? language.Say(tick) : null,
            BreakReason = chart.BreakReason is { } reason ? language.Say(reason) : null,
            Limits = [.. chart.Limits.Select(limit => limit with { Name = Label(limit.Name, language) })],
            Points =
            [
                .. chart.Points.Select(point =>
                    point with
                    {
                        Line = Label(point.Line, language),
                        Series = Label(point.Series, language),
                        Figure = Of(point.Figure, language),
                        Tick = point.Tick is { } tick ? Of(tick, language) : null,
                    }
                ),
            ],
            Curves = chart.Curves is null
                ? null
                :
                [
                    .. chart.Curves.Select(point =>
                        point with
                        {
                            Line = Label(point.Line, language),
                            Series = Label(point.Series, language),
                        }
                    ),
                ],
        };

    private static Figure Of(Figure figure, Language language) =>
        figure with
        {
            Metric = Of(figure.Metric, language),
            Dimensions = [.. figure.Dimensions.Select(value => value with { Label = Label(value.Label, language) })],
            Quantity = figure.Quantity is Status status
                ? status with
                {
                    Label = language.Say(status.Label),
                }
                : figure.Quantity,
        };

    private static IReadOnlyList<Figure> Of(IReadOnlyList<Figure> figures, Language language) =>
        [.. figures.Select(figure => Of(figure, language))];

    private static Metric Of(Metric metric, Language language) =>
        metric with
        {
            Name = language.Say(metric.Name),
            Definition = language.Say(metric.Definition),
            Numerator = metric.Numerator is { } numerator ? language.Say(numerator) : null,
            Denominator = metric.Denominator is { } denominator ? language.Say(denominator) : null,
            Source = language.Say(metric.Source),
        };

    /// <summary>A label; one made of several, such as "Pakistan + UN", part by part.</summary>
    private static string Label(string english, Language language)
    {
        foreach (var separator in (string[])[Codes.And, Codes.Within])
        {
            if (english.Contains(separator, StringComparison.Ordinal))
            {
                return string.Join(separator, english.Split(separator).Select(language.Say));
            }
        }
        return language.Say(english);
    }
}
