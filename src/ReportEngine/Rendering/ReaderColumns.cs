using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;

namespace ReportEngine.Rendering;

/// <summary>A column of a page, and what stands in it in each row of the table.</summary>
internal sealed record ReadColumn(ReaderColumn Column, Func<Row, IReadOnlyList<ReaderCell>> Cells);

/// <summary>How the columns of a table stand on a page.</summary>
internal static class ReaderColumns
{
    public static IReadOnlyList<ReadColumn> Of(Table table, NumberStyle numbers)
    {
        var shares = Enumerable.Range(0, table.Columns.Count).Where(index => IsOfShares(table, index)).ToList();
        if (shares.Count < 2)
        {
            shares.Clear();
        }
        // What all shares of a row are out of stands once; a column of counts may say it already.
        var common = shares.Where(index => IsOutOfTheSame(table, shares[0], index)).ToList();
        var isSaid =
            common.Count > 1
            && Enumerable
                .Range(0, table.Columns.Count)
                .Any(index => table.Rows.All(row => CountIn(row, index) is { } count && count == OutOf(row, common)));
        return
        [
            .. table.Columns.SelectMany(
                (column, index) =>
                {
                    if (column.Group is { } group)
                    {
                        return Grouped(table, group, index, numbers);
                    }
                    if (!shares.Contains(index))
                    {
                        return [Column(table, column, index, numbers)];
                    }
                    if (common.Count < 2 || !common.Contains(index))
                    {
                        return [WithOutOf(column, index, numbers)];
                    }
                    var shown = IsMostlyTooFew(table, index)
                        ? NumbersAlone(column, index, numbers)
                        : WithoutOutOf(column, index, numbers);
                    return index == common[0] && !isSaid ? (ReadColumn[])[AllOf(common, numbers), shown] : [shown];
                }
            ),
        ];
    }

    /// <summary>The columns of a group, which begins at one, as parts of one; nothing where it has begun.</summary>
    private static ReadColumn[] Grouped(Table table, string group, int index, NumberStyle numbers)
    {
        if (index > 0 && table.Columns[index - 1].Group == group)
        {
            return [];
        }
        var members = Enumerable
            .Range(index, table.Columns.Count - index)
            .TakeWhile(other => table.Columns[other].Group == group)
            .ToList();
        return
        [
            new(
                new ReaderColumn(
                    group,
                    [
                        .. members.Select(member => new ReaderPart(
                            table.Columns[member].Heading,
                            IsNumber(table.Columns[member]) ? PartKind.Number : PartKind.Words
                        )),
                    ]
                ),
                row => [.. members.Select(member => new ReaderCell(TextOf(row.Cells[member], numbers)))]
            ),
        ];
    }

    private static bool IsNumber(Column column) =>
        column.Kind == ColumnKind.Figure && column.Metric?.Unit != Unit.Status;

    private static ReadColumn Column(Table table, Column column, int index, NumberStyle numbers)
    {
        var figures = FiguresIn(table, index).ToList();
        if (column.Metric?.Unit == Unit.Hours && TimeScale.Of(figures) is { } scale)
        {
            return figures.Any(figure => figure.Quantity is Hours { Low: not null } or Hours { High: not null })
                ? TimesWithIntervals(column, index, scale, numbers)
                : Plain(
                    numbers.Language.Say(scale.IsDays ? "{0} (days)" : "{0} (hours)", column.Heading),
                    PartKind.Number,
                    cell => TextOf(cell, numbers, scale)
                );
        }
        if (figures.Exists(figure => figure.Quantity is Estimate { Value: not null }))
        {
            return Estimates(column, index, numbers);
        }
        return Plain(
            column.Metric?.Unit == Unit.Hours ? numbers.Language.Say("{0} (hours)", column.Heading) : column.Heading,
            // A number in front names its row.
            IsNumber(column) || (column.Kind == ColumnKind.Number && index > 0)
                ? PartKind.Number
                : PartKind.Words,
            cell =>
                // Of several metrics, each says its unit.
                column.Metric
                    is null
                && cell is FigureCell { Figure: { Quantity: Hours } time }
                    ? numbers.Sentence(time) + Revised(time)
                    : TextOf(cell, numbers)
        );

        ReadColumn Plain(string heading, PartKind kind, Func<Cell, string> text) =>
            new(new ReaderColumn(heading, new ReaderPart("", kind)), row => [new ReaderCell(text(row.Cells[index]))]);
    }

    private static ReadColumn TimesWithIntervals(Column column, int index, TimeScale scale, NumberStyle numbers)
    {
        var heading = scale.IsDays ? "{0}, days (95 % interval)" : "{0}, hours (95 % interval)";
        return Split(
            new ReaderColumn(
                numbers.Language.Say(heading, column.Heading),
                new ReaderPart("", PartKind.Number),
                new ReaderPart("", PartKind.Aside)
            ),
            index,
            numbers,
            quantity =>
                quantity switch
                {
                    Hours { Value: { } value } hours => [scale.Number(value), numbers.Interval(hours, scale)],
                    Hours { Reached: false, Cases: > 0, Low: not null } hours =>
                    [
                        numbers.Language.Say("not yet"),
                        numbers.Interval(hours, scale),
                    ],
                    _ => null,
                }
        );
    }

    private static ReadColumn Estimates(Column column, int index, NumberStyle numbers) =>
        Split(
            new ReaderColumn(
                column.Heading,
                new ReaderPart("%", PartKind.Number),
                new ReaderPart(numbers.Language.Say("still waiting"), PartKind.Number)
            ),
            index,
            numbers,
            quantity =>
                quantity is Estimate { Value: { } value } estimate
                    ? [numbers.PercentNumber(value, estimate.Cases), NumberStyle.Whole(estimate.AtRisk)]
                    : null
        );

    private static ReadColumn WithoutOutOf(Column column, int index, NumberStyle numbers) =>
        Split(
            new ReaderColumn(
                column.Heading,
                new ReaderPart(numbers.Language.Say("n"), PartKind.Number),
                new ReaderPart("%", PartKind.Number)
            ),
            index,
            numbers,
            quantity =>
                OutOf(quantity) is > 0 and var all
                    ? [NumberStyle.Whole(quantity.Counted!.Value), PerCent(quantity, all, numbers)]
                    : null
        );

    /// <summary>A column of per cents that says "too few" in row after row hides the numbers beside it.</summary>
    private static ReadColumn NumbersAlone(Column column, int index, NumberStyle numbers) =>
        Split(
            new ReaderColumn(column.Heading, new ReaderPart("", PartKind.Number)),
            index,
            numbers,
            quantity => OutOf(quantity) is > 0 ? [NumberStyle.Whole(quantity.Counted!.Value)] : null
        );

    /// <summary>Whether more than half of the rows have too few cases for a per cent.</summary>
    private static bool IsMostlyTooFew(Table table, int index)
    {
        var shares = FiguresIn(table, index).Where(figure => OutOf(figure.Quantity) is > 0).ToList();
        return 2 * shares.Count(figure => figure.Quantity.Amount is null) > shares.Count;
    }

    private static ReadColumn WithOutOf(Column column, int index, NumberStyle numbers) =>
        Split(
            new ReaderColumn(
                column.Heading,
                new ReaderPart(numbers.Language.Say("n"), PartKind.Number),
                new ReaderPart(numbers.Language.Say("N"), PartKind.Number),
                new ReaderPart("%", PartKind.Number)
            ),
            index,
            numbers,
            quantity =>
                OutOf(quantity) is > 0 and var all
                    ?
                    [
                        NumberStyle.Whole(quantity.Counted!.Value),
                        NumberStyle.Whole(all),
                        PerCent(quantity, all, numbers),
                    ]
                    : null
        );

    private static ReadColumn AllOf(IReadOnlyList<int> common, NumberStyle numbers) =>
        new(
            new ReaderColumn(numbers.Language.Say("Out of"), new ReaderPart("", PartKind.Number)),
            row => [new ReaderCell(OutOf(row, common) is { } all ? NumberStyle.Whole(all) : numbers.InWords("z"))]
        );

    private static string PerCent(Quantity quantity, long all, NumberStyle numbers) =>
        quantity.Amount is { } share ? numbers.PercentNumber(share, all) : numbers.InWords("u");

    /// <summary>A column in parts; a cell that has not what the parts hold stands across them.</summary>
    private static ReadColumn Split(
        ReaderColumn column,
        int index,
        NumberStyle numbers,
        Func<Quantity, IReadOnlyList<string>?> texts
    ) =>
        new(
            column,
            row =>
                row.Cells[index] is FigureCell { Figure: var figure } && texts(figure.Quantity) is { } parts
                    ? [.. parts.Select((text, part) => new ReaderCell(part == 0 ? text + Revised(figure) : text))]
                    : [new ReaderCell(TextOf(row.Cells[index], numbers), column.Parts.Count)]
        );

    private static bool IsOfShares(Table table, int index) =>
        table.Columns[index].Metric is { } metric
        && metric.Unit != Unit.PerThousand
        && FiguresIn(table, index).Any(figure => OutOf(figure.Quantity) is not null)
        && FiguresIn(table, index).All(figure => figure.Quantity is Share or Portion or Withheld or NotApplicable);

    private static bool IsOutOfTheSame(Table table, int first, int other) =>
        table.Rows.All(row => OutOf(row, [first]) is not { } one || OutOf(row, [other]) is not { } two || one == two);

    private static long? OutOf(Row row, IEnumerable<int> columns) =>
        columns
            .Select(index => row.Cells[index] is FigureCell cell ? OutOf(cell.Figure.Quantity) : null)
            .FirstOrDefault(all => all is not null);

    private static long? OutOf(Quantity quantity) => quantity is Share or Portion ? quantity.OutOf : null;

    private static long? CountIn(Row row, int index) =>
        row.Cells[index] is FigureCell { Figure.Quantity: Count { Number: var number } } ? number : null;

    private static IEnumerable<Figure> FiguresIn(Table table, int index) =>
        table.Rows.Select(row => row.Cells[index]).OfType<FigureCell>().Select(cell => cell.Figure);

    private static string TextOf(Cell cell, NumberStyle numbers, TimeScale? scale = null) =>
        cell switch
        {
            TextCell text => PlainText.Clean(text.Text),
            NumberCell number => NumberStyle.Whole(number.Number),
            DateCell date => Unbroken(numbers.Date(date.Day)),
            MarkerCell marker => numbers.InWords(marker.Marker),
            FigureCell { Figure: { Quantity: Share or Portion } share } => Unbroken(numbers.Text(share))
                + Revised(share),
            FigureCell figure => numbers.Text(figure.Figure, scale) + Revised(figure.Figure),
            _ => throw new InvalidOperationException("Unknown cell."),
        };

    /// <summary>"n of N (p %)" and a day stay on one line in every language.</summary>
    private static string Unbroken(string text) => text.Replace(' ', '\u00a0');

    private static string Revised(Figure figure) => figure.IsRevised ? "\u00a0" + NumberStyle.Marker("r") : "";
}
