namespace ReportEngine.SampleData;

/// <summary>What people decided about each subject, including those that were never referred.</summary>
public sealed class AssessmentTable(Register register, RandomSequence random)
{
    private static readonly string[] Contexts =
    [
        "journalism",
        "research",
        "news",
        "counter_speech",
        "news",
        "journalism",
    ];

    private readonly CsvTable table = new(
        "assessment",
        "assessment_id,subject_id,assessed_at,analyst_role,result,ground_code,protected_context,"
            + "second_reviewer_role,recorded_at"
    );

    public CsvTable Make()
    {
        foreach (
            var first in register
                .Courses.Where(course => course.Referral.RepeatOf is null)
                .Select(course => course.Referral)
                .ToList()
        )
        {
            var gap = first.Submission.At - first.Subject.DetectedAt;
            var assessed = Within(first.Subject.DetectedAt, gap, 40 + random.Below(50));
            if (random.Chance(50))
            {
                Add(
                    first.Subject,
                    Within(first.Subject.DetectedAt, gap, 15),
                    "more_information",
                    null,
                    "none",
                    reviewed: false
                );
            }
            Add(
                first.Subject,
                assessed,
                "refer",
                first.Ground,
                random.Chance(4) ? "news" : "none",
                reviewed: random.Chance(620)
            );
        }
        AddWaiting(96, "refer");
        AddWaiting(150, "do_not_refer");
        AddWaiting(24, "more_information");
        return table;
    }

    /// <summary>Subjects that no submission names; those to refer wait mostly since December.</summary>
    private void AddWaiting(int count, string result)
    {
        var from = result == "do_not_refer" ? Calendar.Day(2025, 2, 1) : Calendar.Day(2025, 11, 25);
        for (var index = 0; index < count; index++)
        {
            var at = Calendar.WorkingMoment(random, from, Calendar.Day(2026, 1, 14), growing: true);
            var subject = register.AssessOnly(random.OneOf(Profiles.All), at);
            var context = result == "do_not_refer" && random.Chance(450) ? random.OneOf(Contexts) : "none";
            Add(
                subject,
                Within(subject.DetectedAt, at - subject.DetectedAt, 70),
                result,
                result == "refer" ? "glorification" : null,
                context,
                reviewed: result != "more_information"
            );
        }
    }

    private void Add(Subject subject, DateTime at, string result, string? ground, string context, bool reviewed) =>
        table.Add(
            table.Count + 1,
            subject.Id,
            at,
            random.Chance(800) ? "analyst" : "senior_analyst",
            result,
            ground,
            context,
            reviewed ? "legal_reviewer" : null,
            at.AddMinutes(3) < subject.RecordedAt ? subject.RecordedAt : at.AddMinutes(3)
        );

    private static DateTime Within(DateTime from, TimeSpan gap, int percent) =>
        from.AddSeconds((long)gap.TotalSeconds * percent / 100);
}
