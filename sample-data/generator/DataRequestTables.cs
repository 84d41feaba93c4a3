namespace ReportEngine.SampleData;

/// <summary>
/// Requests for user data, of the four types of the guide in use in Pakistan, and the answers to them.
/// </summary>
public sealed class DataRequestTables(Register register, RandomSequence random)
{
    private const int Requests = 92;

    private static readonly Weighted<string>[] Types =
    [
        new("preservation", 42),
        new("voluntary", 27),
        new("emergency", 16),
        new("mla", 15),
    ];
    private static readonly Weighted<string>[] Services =
    [
        new("facebook", 30),
        new("whatsapp", 20),
        new("x", 18),
        new("instagram", 10),
        new("tiktok", 13),
        new("telegram", 9),
    ];

    private readonly CsvTable requests = new(
        "data_request",
        "udr_id,service_id,agency_id,type,legal_instrument,sent_at,preservation_expires_on,accounts_specified,"
            + "recorded_at"
    );
    private readonly CsvTable responses = new(
        "data_request_response",
        "response_id,udr_id,responded_at,outcome,recorded_at"
    );
    private readonly CsvTable subjects = new("data_request_subject", "udr_subject_id,udr_id,subject_id");

    public IEnumerable<CsvTable> All()
    {
        var sent = Enumerable
            .Range(0, Requests)
            .Select(_ =>
                Calendar.WorkingMoment(random, Calendar.Day(2025, 1, 20), Calendar.Day(2026, 1, 12), growing: true)
            )
            .Order()
            .ToList();
        foreach (var at in sent)
        {
            Request(at);
        }
        return [requests, responses, subjects];
    }

    private void Request(DateTime at)
    {
        var type = random.Pick(Types);
        var known = new List<Subject>();
        var service = "";
        while (known.Count == 0)
        {
            service = random.Pick(Services);
            known = register
                .Courses.Where(course =>
                    course.Referral.Submission.ServiceId == service && course.Referral.Submission.RecordedAt < at
                )
                .Select(course => course.Referral.Subject)
                .Distinct()
                .ToList();
        }
        var number = Math.Min(
            known.Count,
            random.Pick<int>([new(1, 50), new(2, 22), new(3, 13), new(4, 9), new(6, 6)])
        );
        DateOnly? expires = type == "preservation" ? Calendar.DateInKarachi(at).AddDays(90) : null;
        requests.Add(
            requests.Count + 1,
            service,
            type == "mla" ? "moi" : random.Pick<string>([new("nccia", 70), new("ctd-punjab", 15), new("ctd-kp", 15)]),
            type,
            Instrument(type),
            at,
            expires,
            number,
            at.AddMinutes(random.Between(10, 600))
        );
        random.Shuffle(known);
        foreach (var subject in known.Take(number))
        {
            subjects.Add(subjects.Count + 1, requests.Count, subject.Id);
        }
        Respond(type, at);
    }

    private void Respond(string type, DateTime at)
    {
        var responded = at.AddHours(
            type switch
            {
                "preservation" => random.Between(5, 160),
                "emergency" => random.Between(2, 60),
                "voluntary" => random.Between(72, 1400),
                _ => random.Between(1100, 4300),
            }
        );
        if (responded > Calendar.ExtractedAt.AddDays(-2) || random.Chance(type == "mla" ? 300 : 110))
        {
            return;
        }
        var outcome = random.Pick<string>(
            type switch
            {
                "preservation" => [new("full", 82), new("partial", 8), new("no_data", 7), new("refused", 3)],
                "emergency" => [new("full", 35), new("partial", 30), new("refused", 25), new("no_data", 10)],
                "voluntary" =>
                [
                    new("full", 12),
                    new("partial", 28),
                    new("refused", 46),
                    new("no_data", 10),
                    new("withdrawn", 4),
                ],
                _ => [new("full", 30), new("partial", 40), new("refused", 15), new("no_data", 15)],
            }
        );
        responses.Add(
            responses.Count + 1,
            requests.Count,
            responded,
            outcome,
            responded.AddHours(random.Between(1, 40))
        );
    }

    private static string Instrument(string type) =>
        type switch
        {
            "preservation" => "PECA 2016, s.31",
            "mla" => "Mutual Legal Assistance (Criminal Matters) Act 2020, s.7",
            "emergency" => "Emergency disclosure request",
            _ => "Voluntary disclosure request",
        };
}
