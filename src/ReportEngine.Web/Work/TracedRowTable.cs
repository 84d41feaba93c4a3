using System.Globalization;
using ReportEngine.Cases;
using ReportEngine.Figures;
using ReportEngine.Releases;

namespace ReportEngine.Web.Work;

/// <summary>
/// Rows of a register as the auditor's edition has them: keys, codes, numbers and hours, never a name or a word of free
/// text.
/// </summary>
public sealed record TracedRowTable(
    string Title,
    IReadOnlyList<string> Headings,
    IReadOnlyList<IReadOnlyList<string>> Rows
)
{
    /// <summary>Rows shown; all keys are listed above them.</summary>
    private const int Most = 500;

    private static readonly string[] Outcomes = ["outcome", "is_actioned", "is_final"];

    /// <summary>A table for each source of a figure, in their order; null where its keys are of no register.</summary>
    /// <param name="labels">What readers see of a code, from the release.</param>
    internal static IReadOnlyList<TracedRowTable?> Of(
        string database,
        Manifest manifest,
        TracedFigure figure,
        IReadOnlyDictionary<(Dimension, string), string> labels
    )
    {
        using var cases = CaseFile.Open(database, ManifestRules.CutOffOf(manifest));
        return
        [
            .. figure.Sources.Select(source =>
                Registers.All.FirstOrDefault(one => one.Columns[0].Name == source.Question.Key) is { } register
                && source.Keys is { } keys
                    ? Read(cases, register, keys, labels)
                    : null
            ),
        ];
    }

    private static TracedRowTable Read(
        CaseFile cases,
        Register register,
        TraceKeys keys,
        IReadOnlyDictionary<(Dimension, string), string> labels
    )
    {
        // What became of a row stands beside its key: most shares are of that.
        var order = Enumerable
            .Range(0, register.Columns.Count)
            .OrderBy(index =>
                index == 0 ? 0
                : Outcomes.Contains(register.Columns[index].Name) ? 1
                : 2
            )
            .ToList();
        return new TracedRowTable(
            register.Title,
            [.. order.Select(index => register.Columns[index].Heading)],
            [
                .. cases
                    .ReadRegister(register, default, default)
                    .Rows.Where(row => Holds(keys, row[0]))
                    .Take(Most)
                    .Select(row =>
                        (IReadOnlyList<string>)
                            [.. order.Select(index => Text(row[index], register.Columns[index], labels))]
                    ),
            ]
        );
    }

    private static bool Holds(TraceKeys keys, object? key) =>
        key is long number
            ? keys.Runs.Any(run => run[0] <= number && number <= run[1])
            : keys.Others.Contains(Convert.ToString(key, CultureInfo.InvariantCulture) ?? "");

    private static string Text(
        object? value,
        RegisterColumn column,
        IReadOnlyDictionary<(Dimension, string), string> labels
    ) =>
        value switch
        {
            null => "",
            string code
                when column.Form == RegisterForm.Code
                    && DimensionNames.TryFind(column.Name) is { } dimension
                    && labels.TryGetValue((dimension, code), out var label) => label,
            long seconds when column.Form == RegisterForm.Hour => NodaTime
                .Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH'h'")
                .Format(NodaTime.Instant.FromUnixTimeSeconds(seconds).InUtc().LocalDateTime),
            _ => PlainText.Clean(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
        };
}
