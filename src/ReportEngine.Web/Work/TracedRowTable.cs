using System.Globalization;
using ReportEngine.Cases;
using ReportEngine.Releases;

namespace ReportEngine.Web.Work;

/// <summary>Rows of a register as the auditor's edition has them: keys, codes, numbers and hours, never a name or a word of free text.</summary>
public sealed record TracedRowTable(string Title, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Rows shown; all keys are listed above them.</summary>
    private const int Most = 500;

    /// <summary>A table for each source of a figure, in their order; null where its keys are of no register.</summary>
    internal static IReadOnlyList<TracedRowTable?> Of(string database, Manifest manifest, TracedFigure figure)
    {
        using var cases = CaseFile.Open(database, ManifestRules.CutOffOf(manifest));
        return [.. figure.Sources.Select(source => Registers.All.FirstOrDefault(one => one.Columns[0].Name == source.Question.Key) is { } register && source.Keys is { } keys ? Read(cases, register, keys) : null)];
    }

    private static TracedRowTable Read(CaseFile cases, Register register, TraceKeys keys) => new(register.Title, [.. register.Columns.Select(column => column.Heading)],
    [
        .. cases.ReadRegister(register, default, default).Rows.Where(row => Holds(keys, row[0])).Take(Most)
            .Select(row => (IReadOnlyList<string>)[.. row.Zip(register.Columns, (value, column) => Text(value, column.Form))]),
    ]);

    private static bool Holds(TraceKeys keys, object? key) => key is long number ? keys.Runs.Any(run => run[0] <= number && number <= run[1]) : keys.Others.Contains(Convert.ToString(key, CultureInfo.InvariantCulture) ?? "");

    private static string Text(object? value, RegisterForm form) => value switch
    {
        null => "",
        long seconds when form == RegisterForm.Hour => NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH'h'").Format(NodaTime.Instant.FromUnixTimeSeconds(seconds).InUtc().LocalDateTime),
        _ => PlainText.Clean(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };
}
