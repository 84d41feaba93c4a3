namespace ReportEngine.Tests.Cases;

/// <summary>What is said of rows that contradict other rows.</summary>
public sealed class ImportHistory : IDisposable
{
    private const string Submitted = "2025-07-02T10:00:00Z";
    private const string Before = "2025-07-02T09:59:59Z";

    private readonly CsvFolder folder = new();

    public ImportHistory()
    {
        folder.Referral("x", Submitted);
        folder.Referral("x", Submitted);
    }

    [Fact]
    public void An_event_is_not_earlier_than_the_submission_of_its_referral()
    {
        folder.With("referral_event", new { at = Submitted }, new { at = Before });
        Assert.Equal(
            [
                "referral_event.csv(3,3): error RE114: at '2025-07-02T09:59:59Z' is earlier than the submission "
                    + "of referral 1, 2025-07-02T10:00:00Z. Expected: a time at or after the submission.",
            ],
            folder.Problems()
        );
    }

    [Fact]
    public void A_response_is_not_earlier_than_its_request()
    {
        folder
            .With("data_request", new { sent_at = Submitted })
            .With("data_request_response", new { responded_at = Submitted }, new { responded_at = Before });
        Assert.Equal(
            [
                "data_request_response.csv(3,3): error RE122: responded_at '2025-07-02T09:59:59Z' is earlier "
                    + "than data request 1, 2025-07-02T10:00:00Z. Expected: a time at or after the request.",
            ],
            folder.Problems()
        );
    }

    [Fact]
    public void A_decision_is_not_earlier_than_its_appeal()
    {
        folder
            .With("appeal", new { lodged_at = Submitted })
            .With("appeal_decision", new { decided_at = Submitted }, new { decided_at = Before });
        Assert.Equal(
            [
                "appeal_decision.csv(3,3): error RE122: decided_at '2025-07-02T09:59:59Z' is earlier than appeal "
                    + "1, 2025-07-02T10:00:00Z. Expected: a time at or after the appeal.",
            ],
            folder.Problems()
        );
    }

    [Fact]
    public void A_repeat_is_of_an_earlier_referral_of_the_same_subject()
    {
        folder
            .With("submission", new { submission_id = 3, submitted_at = "2025-07-05T00:00:00Z" })
            .With(
                "referral",
                new
                {
                    referral_id = 3,
                    submission_id = 3,
                    is_repeat_of = 1,
                },
                new
                {
                    referral_id = 4,
                    submission_id = 3,
                    is_repeat_of = 2,
                },
                new
                {
                    referral_id = 5,
                    submission_id = 1,
                    is_repeat_of = 3,
                },
                new
                {
                    referral_id = 6,
                    submission_id = 3,
                    is_repeat_of = 6,
                }
            );
        Assert.Equal(
            [
                "referral.csv(5,6): error RE123: is_repeat_of '2' is a referral of subject 2, not of 1. "
                    + "Expected: an earlier referral of the same subject.",
                "referral.csv(6,6): error RE123: is_repeat_of '3' is not earlier than this referral. Expected: "
                    + "an earlier referral of the same subject.",
                "referral.csv(7,6): error RE123: is_repeat_of '6' is not earlier than this referral. Expected: "
                    + "an earlier referral of the same subject.",
            ],
            folder.Problems()
        );
    }

    [Fact]
    public void A_submission_goes_to_the_service_its_subjects_are_on()
    {
        folder
            .With(
                "submission",
                new
                {
                    submission_id = 3,
                    service_id = "telegram",
                    submitted_at = Submitted,
                }
            )
            .With(
                "referral",
                new
                {
                    referral_id = 3,
                    submission_id = 3,
                    subject_id = 2,
                }
            );
        Assert.Equal(
            [
                "referral.csv(4,2): error RE130: submission 3 went to telegram, subject 2 is on x. Expected: a "
                    + "submission to the service the subject is on.",
            ],
            folder.Problems()
        );
    }

    [Fact]
    public void A_rejected_row_is_told_once_not_by_every_row_that_refers_to_it()
    {
        folder
            .With(
                "subject",
                new
                {
                    subject_id = 3,
                    language = "ur",
                    attribution_confidence = "sure",
                }
            )
            .With("submission", new { submission_id = 3, submitted_at = Submitted })
            .With(
                "referral",
                new
                {
                    referral_id = 3,
                    submission_id = 3,
                    subject_id = 3,
                    recorded_at = "yesterday",
                }
            )
            .With("referral_event", new { referral_id = 3, at = Submitted })
            .With("verification", new { subject_id = 3 }, new { subject_id = 4 });
        Assert.Equal(
            [
                "subject.csv(4,13): error RE111: attribution_confidence 'sure' is not a known code. Expected: "
                    + "possible, probable, confirmed.",
                "referral.csv(4,8): error RE109: recorded_at 'yesterday' is not an instant. Expected: an instant "
                    + "in UTC from 2000 to 2099, written 2025-07-24T18:59:59Z.",
                "verification.csv(3,2): error RE112: subject_id '4' refers to no row. Expected: the subject_id "
                    + "of a row of subject.csv.",
            ],
            folder.Problems()
        );
    }

    [Fact]
    public void A_row_without_a_readable_id_breaks_no_reference()
    {
        folder
            .WithLines("submission", "3a,x,agency-1,agency-1,portal,referral,," + Submitted + ",," + Submitted)
            .With("referral", new { referral_id = 3, submission_id = 3 });
        Assert.Equal(
            [
                "submission.csv(4,1): error RE108: submission_id '3a' is not a whole number. Expected: digits "
                    + "only, such as 12.",
            ],
            folder.Problems()
        );
    }

    [Fact]
    public void A_hundred_problems_are_shown_in_order_and_the_rest_counted()
    {
        for (var row = 0; row < 300; row++)
        {
            folder.With(
                "referral_event",
                row % 3 == 0 ? new { at = Before, kind = "ack" } : new { at = Submitted, kind = "nod" }
            );
        }
        folder.WithLines("organisation", "org-1,Again");
        var problems = folder.Problems();
        Assert.Equal(101, problems.Length);
        Assert.StartsWith("organisation.csv(3,1): error RE113:", problems[0], StringComparison.Ordinal);
        Assert.Equal(
            Enumerable
                .Range(2, 99)
                .Select(line =>
                    line % 3 == 2
                        ? $"referral_event.csv({line},3): error RE114:"
                        : $"referral_event.csv({line},4): error RE111:"
                ),
            problems[1..100].Select(problem => problem[..(problem.IndexOf("RE1", StringComparison.Ordinal) + 6)])
        );
        Assert.Equal("FOLDER: error RE199: and 201 more. Mend these first, then import again.", problems[100]);
    }

    public void Dispose() => folder.Dispose();
}
