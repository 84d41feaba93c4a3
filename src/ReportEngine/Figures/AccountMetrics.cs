using ReportEngine.Cases;
using static ReportEngine.Figures.Dimension;

namespace ReportEngine.Figures;

/// <summary>How many accounts were referred, and how far they reached.</summary>
internal static class AccountMetrics
{
    internal static IReadOnlyList<Metric> All { get; } =
    [
        new()
        {
            Id = "ACC.01",
            Name = "Unique accounts referred",
            Unit = Unit.Count,
            Definition =
                "Different accounts, pages, channels and groups with at least one referral submitted in the "
                + "period. A changed handle does not make a new account; posts, videos and websites are not "
                + "counted. An account referred under several lists or grounds stands under those of its first "
                + "referral of the period.",
            Source = "Figure of 481 accounts published on 25 July 2025",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.PersonCount,
            Breakdowns = [Platform, SubjectType, Organisation, Coverage],
            Additive = [Platform, SubjectType, Organisation, Coverage],
            Nested = [(Organisation, Coverage)],
            AtMost = ["REF.01", "ACC.02"],
            Computation = Computation.One(ReferralQueries.Accounts, rows => new Count(rows.Sum(row => row.Accounts))),
        },
        new()
        {
            Id = "ACC.02",
            Name = "Unique accounts referred since the baseline date",
            Unit = Unit.Count,
            Definition =
                "Different accounts, pages, channels and groups with at least one referral submitted from the "
                + "baseline date of the data set to the end of the period or the cut-off, whichever is first. Each "
                + "account is counted once, whatever the number of periods; quarterly counts do not add up to it.",
            Source = "Figures of 481 and more than 850 accounts published on 25 July and 14 August 2025",
            Cohort = Cohort.Cumulative,
            Sensitivity = Sensitivity.PersonCount,
            Breakdowns = [Platform, Organisation],
            Additive = [Platform, Organisation],
            Computation = Computation.One(ReferralQueries.Accounts, rows => new Count(rows.Sum(row => row.Accounts))),
        },
        new()
        {
            Id = "ACC.03",
            Name = "Reach of referred accounts",
            Unit = Unit.Followers,
            Definition =
                "Followers that the referred accounts had when referred, added up over accounts with a known "
                + "number. The same person following two accounts is counted twice. Accounts without a known "
                + "number are left out and counted beside the sum.",
            Numerator = "Accounts with a known number of followers",
            Denominator = "Unique accounts referred (ACC.01)",
            Source = "Figure of over 2 million followers published on 14 August 2025",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.PersonCount,
            Breakdowns = [Platform, Organisation],
            Additive = [Platform, Organisation],
            AtMost = ["ACC.01"],
            WithheldWith = "ACC.01",
            Computation = Computation.One(
                ReferralQueries.Accounts,
                rows => new Sum(
                    rows.Sum(row => row.Followers),
                    rows.Sum(row => row.Known),
                    rows.Sum(row => row.Accounts)
                )
            ),
        },
        new()
        {
            Id = "ACC.04",
            Name = "Followers of accounts acted on",
            Unit = Unit.Portion,
            Definition =
                "Followers of the accounts of ACC.03 on which the platform acted by the cut-off, on whichever "
                + "referral, of the followers of all of them. Actions in part and restrictions in Pakistan alone "
                + "count, too. Accounts without a known number are left out on both sides. Followers are not drawn "
                + "from a larger set by chance, so no interval is given.",
            Numerator = "Followers of accounts with action",
            Denominator = "Followers of referred accounts (ACC.03)",
            Source = "derived",
            Cohort = Cohort.Submission,
            Sensitivity = Sensitivity.PersonCount,
            Breakdowns = [Platform, Organisation],
            WithheldWith = "ACC.03",
            Computation = Computation.One(
                LegalQueries.ReachActedOn,
                rows => new Portion(rows.Sum(row => row.Subset), rows.Sum(row => row.Number))
            ),
        },
    ];
}
