using Dapper;
using Microsoft.Data.Sqlite;
using ReportEngine.Figures;

namespace ReportEngine.Cases;

/// <summary>The values each dimension can take, in the order readers see them, with their labels.</summary>
public sealed record CodeLists(IReadOnlyDictionary<Dimension, IReadOnlyList<DimensionValue>> Values)
{
    private static readonly (Dimension Dimension, string Sql)[] Tables =
    [
        (Dimension.Platform, "SELECT platform_id, name FROM platform ORDER BY name"),
        (Dimension.SubjectType, "SELECT subject_type, label FROM subject_type ORDER BY label"),
        (Dimension.Organisation, "SELECT org_id, name FROM organisation ORDER BY name"),
        (Dimension.Basis, "SELECT basis, label FROM basis_code ORDER BY is_binding DESC, label"),
        (Dimension.Ground, "SELECT ground_code, label FROM legal_ground ORDER BY label"),
        (Dimension.Agency, "SELECT agency_id, name FROM agency WHERE role IN ('requesting', 'both') ORDER BY name"),
        (Dimension.Detection, "SELECT detection_source, label FROM detection_source ORDER BY label"),
        (
            Dimension.Outcome,
            "SELECT outcome_code, CASE @language WHEN 'ur' THEN label_ur ELSE label_en END FROM outcome_code "
                + "ORDER BY sort_order"
        ),
        (Dimension.List, "SELECT list_id, name FROM designation_list ORDER BY jurisdiction, name"),
        (Dimension.Ask, "SELECT ask_id, text FROM platform_ask ORDER BY sort_order"),
        (
            Dimension.Point,
            "SELECT p.point_id, n.name || '"
                + Codes.Within
                + "' || p.number FROM nap_point p JOIN nap_plan n USING (plan_id) ORDER BY p.plan_id, p.number"
        ),
        (Dimension.Indicator, "SELECT indicator_id, name FROM nap_indicator ORDER BY point_id, indicator_id"),
    ];

    internal static CodeLists Read(SqliteConnection connection, SqliteTransaction transaction, string languageCode)
    {
        var values = new Dictionary<Dimension, IReadOnlyList<DimensionValue>>(Codes.Fixed);
        foreach (var (dimension, sql) in Tables)
        {
            values[dimension] = Distinct([
                .. connection
                    .Query<(string Code, string Label)>(sql, new { language = languageCode }, transaction)
                    .Select(row => new DimensionValue(dimension, row.Code, row.Label)),
            ]);
        }
        return new CodeLists(values);
    }

    /// <summary>
    /// A label is a heading and the name of a line: of those that look the same, as in a register made before the
    /// import told of it, each bears its code.
    /// </summary>
    private static IReadOnlyList<DimensionValue> Distinct(List<DimensionValue> values)
    {
        var alike = values
            .GroupBy(value => ImportedNames.AsSeen(value.Label), StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key)
            .ToHashSet(StringComparer.Ordinal);
        return alike.Count == 0
            ? values
            :
            [
                .. values.Select(value =>
                    alike.Contains(ImportedNames.AsSeen(value.Label))
                        ? value with
                        {
                            Label = value.Label + " (" + value.Code + ")",
                        }
                        : value
                ),
            ];
    }
}
