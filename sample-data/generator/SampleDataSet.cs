namespace ReportEngine.SampleData;

/// <summary>The sample data: one CSV for every table of schema.sql, the same bytes on every run.</summary>
public static class SampleDataSet
{
    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var table in Tables())
        {
            table.Write(folder);
        }
    }

    private static List<CsvTable> Tables()
    {
        var register = new Register();
        PublishedTotals.Check(register);
        // Assessments come first: they add the subjects that are in no submission.
        var assessments = new AssessmentTable(register, new RandomSequence(1)).Make();
        return
        [
            .. ReferenceTables.All(),
            .. LawTables.All(),
            .. PlanTables.All(),
            .. ReturnTables.All(),
            .. CommitmentTables.All(),
            CaseTables.Subjects(register.Subjects),
            assessments,
            .. CaseTables.All(register),
            .. new ActionTables(register, new RandomSequence(2)).All(),
            .. new SafeguardTables(register, new RandomSequence(3)).All(),
            .. new DataRequestTables(register, new RandomSequence(4)).All(),
        ];
    }
}
