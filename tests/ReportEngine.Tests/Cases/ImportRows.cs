namespace ReportEngine.Tests.Cases;

/// <summary>What is said of a row by itself.</summary>
public sealed class ImportRows : IDisposable
{
    private readonly CsvFolder folder = new();

    [Fact]
    public void A_required_value_that_is_missing()
    {
        folder.With("subject", new { subject_id = 1, org_id = "" }).WithLines("organisation", ",Nameless");
        Assert.Equal(
            [
                "organisation.csv(3,1): error RE107: org_id is empty. Expected: a value.",
                "subject.csv(2,4): error RE107: org_id is empty. Expected: a value.",
            ],
            folder.Problems()
        );
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("\u00A0\u200B\u200F")]
    public void A_text_of_blanks_is_no_value(string blanks)
    {
        folder
            .With("organisation", new { org_id = "org-2", name = blanks })
            .With(
                "designation",
                new
                {
                    designation_id = "d",
                    org_id = "org-1",
                    list_id = "pk",
                    effective_from = "2025-01-01",
                    ref_no = blanks,
                }
            );
        Assert.Equal(
            [
                "organisation.csv(3,2): error RE107: name holds only blanks. Expected: a value.",
                "designation.csv(2,4): error RE107: ref_no holds only blanks. Expected: a value, or nothing at all.",
            ],
            folder.Problems()
        );
    }

    [Fact]
    public void A_number_is_no_larger_than_its_sums_can_bear()
    {
        folder
            .With(
                "subject",
                new { followers_at_referral = 10_000_000_000 },
                new { followers_at_referral = 10_000_000_001 },
                new { followers_at_referral = long.MinValue }
            )
            .With("nap_value", new { value = 1e15 }, new { value = 1.1e15, quarter = "2025-Q4" });
        Assert.Equal(
            [
                "nap_value.csv(3,5): error RE129: value '1100000000000000' is out of bounds. Expected: a number "
                    + "from -1000000000000000 to 1000000000000000.",
                "subject.csv(3,11): error RE129: followers_at_referral '10000000001' is out of bounds. Expected: "
                    + "a whole number from -10000000000 to 10000000000.",
                "subject.csv(4,11): error RE129: followers_at_referral '-9223372036854775808' is out of bounds. "
                    + "Expected: a whole number from -10000000000 to 10000000000.",
            ],
            folder.Problems()
        );
    }

    [Fact]
    public void An_account_is_not_detected_before_it_is_seen()
    {
        folder.With(
            "subject",
            new { first_seen_at = "2025-07-02T00:00:00Z", first_detected_at = "2025-07-02T00:00:00Z" },
            new { first_seen_at = "2025-07-02T00:00:00Z", first_detected_at = "2025-07-01T23:59:59Z" }
        );
        Assert.Equal(
            [
                "subject.csv(3,6): error RE116: The row breaks the rule 'seen_before_detected'. Expected: "
                    + "first_detected_at >= first_seen_at.",
            ],
            folder.Problems()
        );
    }

    [Fact]
    public void An_account_is_not_linked_to_itself()
    {
        folder
            .With("subject", new { }, new { })
            .With(
                "subject_link",
                new { from_subject_id = 1, to_subject_id = 2 },
                new { from_subject_id = 2, to_subject_id = 2 }
            );
        Assert.Equal(
            [
                "subject_link.csv(3,3): error RE116: The row breaks the rule 'links_two_subjects'. Expected: "
                    + "to_subject_id <> from_subject_id.",
            ],
            folder.Problems()
        );
    }

    [Fact]
    public void Nothing_is_recorded_or_happens_after_the_extract()
    {
        folder.Referral("x", CsvFolder.UsualTime);
        folder.With(
            "referral_event",
            new { at = CsvFolder.ExtractedAt },
            new { recorded_at = "2026-01-15T19:00:00Z" },
            new { at = "2026-02-01T00:00:00Z", recorded_at = "2026-02-01T00:00:00Z" }
        );
        Assert.Equal(
            [
                "referral_event.csv(3,9): error RE110: recorded_at '2026-01-15T19:00:00Z' is later than the "
                    + "extract of the data set. Expected: nothing after 2026-01-15T18:59:59Z.",
                "referral_event.csv(4,3): error RE110: at '2026-02-01T00:00:00Z' is later than the extract of "
                    + "the data set. Expected: nothing after 2026-01-15T18:59:59Z.",
                "referral_event.csv(4,9): error RE110: recorded_at '2026-02-01T00:00:00Z' is later than the "
                    + "extract of the data set. Expected: nothing after 2026-01-15T18:59:59Z.",
            ],
            folder.Problems()
        );
    }

    [Fact]
    public void A_code_that_is_not_in_the_list_or_the_table_is_named_with_the_nearest()
    {
        folder.Referral("x", CsvFolder.UsualTime);
        folder
            .With(
                "referral_event",
                new { kind = "remindr" },
                new { kind = "decision", outcome_code = "partal" },
                new { kind = "ACK" }
            )
            .With("data_request", new { service_id = "orkut" });
        Assert.Equal(
            [
                "referral_event.csv(2,4): error RE111: kind 'remindr' is not a known code. Expected: ack, "
                    + "reminder, clarify_open, clarify_close, decision, effect, withdrawn. Did you mean 'reminder'?",
                "referral_event.csv(3,5): error RE111: outcome_code 'partal' is not a known code. Expected: "
                    + "removed_global, restricted_geo, partial, already_unavailable, not_found, duplicate, "
                    + "insufficient_info, refused_policy, refused_legal, no_action_stated, withdrawn, pending. Did you "
                    + "mean 'partial'?",
                "referral_event.csv(4,4): error RE111: kind 'ACK' is not a known code. Expected: ack, reminder, "
                    + "clarify_open, clarify_close, decision, effect, withdrawn. Did you mean 'ack'?",
                "data_request.csv(2,2): error RE111: service_id 'orkut' is not a known code. Expected: facebook, "
                    + "instagram, telegram, tiktok, whatsapp, x.",
            ],
            folder.Problems()
        );
    }

    [Fact]
    public void A_reference_to_no_row_is_named_in_the_same_table_too()
    {
        folder.Referral("x", CsvFolder.UsualTime);
        folder.With(
            "referral_event",
            new { referral_id = 9 },
            new { supersedes_event_id = 3 },
            new { supersedes_event_id = 77 }
        );
        Assert.Equal(
            [
                "referral_event.csv(2,2): error RE112: referral_id '9' refers to no row. Expected: the "
                    + "referral_id of a row of referral.csv.",
                "referral_event.csv(4,10): error RE112: supersedes_event_id '77' refers to no row. Expected: the "
                    + "event_id of a row of referral_event.csv.",
            ],
            folder.Problems()
        );
    }

    [Fact]
    public void An_id_stands_once()
    {
        folder.Referral("x", CsvFolder.UsualTime);
        folder
            .With("referral", new { referral_id = 1 })
            .With("verification", new { verification_id = 5 }, new { verification_id = 5 })
            .WithLines("organisation", "org-1,Again");
        Assert.Equal(
            [
                "organisation.csv(3,1): error RE113: org_id 'org-1' stands twice. Expected: each id once.",
                "referral.csv(3,1): error RE113: referral_id '1' stands twice. Expected: each id once.",
                "verification.csv(3,1): error RE113: verification_id '5' stands twice. Expected: each id once.",
            ],
            folder.Problems()
        );
    }

    [Fact]
    public void A_row_is_not_recorded_before_it_happened()
    {
        folder.With("subject", new { first_seen_at = "2025-07-02T00:00:00Z", recorded_at = "2025-07-01T23:59:59Z" });
        Assert.Equal(
            [
                "subject.csv(2,14): error RE115: recorded_at '2025-07-01T23:59:59Z' is earlier than "
                    + "first_seen_at '2025-07-02T00:00:00Z'. Expected: a row recorded when or after it happened.",
            ],
            folder.Problems()
        );
    }

    [Fact]
    public void Other_rules_of_the_schema_are_named_by_their_constraint_or_words()
    {
        folder.Referral("x", CsvFolder.UsualTime);
        folder.With("referral_event", new { kind = "decision" }).With("subject", new { followers_at_referral = -1 });
        Assert.Equal(
            [
                "subject.csv(3,11): error RE116: The row breaks the rule 'followers_at_referral >= 0'.",
                "referral_event.csv(2,4): error RE116: The row breaks the rule 'decision_has_outcome'. Expected: "
                    + "(kind = 'decision') = (outcome_code IS NOT NULL).",
            ],
            folder.Problems()
        );
    }

    [Fact]
    public void Nul_characters_and_endless_texts_are_refused()
    {
        folder.WithLines(
            "organisation",
            "org-2,a\0b",
            "org-3," + new string('x', 10_001),
            "org-4," + new string('x', 10_000)
        );
        Assert.Equal(
            [
                "organisation.csv(3,2): error RE118: name holds a NUL character. Expected: text.",
                "organisation.csv(4,2): error RE118: name has 10001 characters. Expected: at most 10000 characters.",
            ],
            folder.Problems()
        );
    }

    [Theory]
    [InlineData("2025-01-01", "2025-01-01")]
    [InlineData("2025-01-02", "2025-01-01")]
    public void A_period_ends_after_it_starts(string from, string to)
    {
        folder.With(
            "designation",
            new
            {
                designation_id = "d",
                org_id = "org-1",
                list_id = "pk",
                effective_from = from,
                effective_to = to,
            }
        );
        Assert.Equal(
            [
                $"designation.csv(2,6): error RE124: effective_to '{to}' is not after effective_from '{from}'. "
                    + "Expected: the first day after the period, later than its start.",
            ],
            folder.Problems()
        );
    }

    [Fact]
    public void A_data_set_is_one_row()
    {
        folder.WithNone("dataset");
        Assert.Equal(
            ["dataset.csv(1,1): error RE125: dataset.csv has 0 rows. Expected: one row that names the data set."],
            folder.Problems()
        );
    }

    [Fact]
    public void A_value_that_would_reorder_the_line_is_shown_escaped()
    {
        folder.With("subject", new { language = "ur", service_id = "x\u202Etxt\u001B[2J" });
        Assert.StartsWith(
            "subject.csv(2,2): error RE111: service_id 'x\\u{202E}txt\\u{001B}[2J' is not a known code.",
            folder.Problems()[0],
            StringComparison.Ordinal
        );
    }

    public void Dispose() => folder.Dispose();
}
