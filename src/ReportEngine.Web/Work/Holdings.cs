using ReportEngine.Documents;
using ReportEngine.Releases;

namespace ReportEngine.Web.Work;

/// <summary>Every release the office has, whatever its edition and time: for those who are signed in.</summary>
internal static class Holdings
{
    /// <summary>Newest first.</summary>
    /// <exception cref="ReportException">RE540: a ledger has been changed.</exception>
    public static IReadOnlyList<(ReleaseStore Store, ReleaseEntry Entry)> All(Office office, SiteOptions options) =>
        [
            .. Stores(office, options)
                .SelectMany(store => store.Entries.Select((entry, index) => (store, entry, index)))
                .OrderByDescending(one => one.entry.ReleaseAt, StringComparer.Ordinal)
                .ThenByDescending(one => one.index)
                .Select(one => (one.store, one.entry)),
        ];

    /// <summary>Those without the rows that are for the auditor.</summary>
    public static IReadOnlyList<(ReleaseStore Store, ReleaseEntry Entry)> ForOfficials(
        Office office,
        SiteOptions options
    ) => [.. All(office, options).Where(one => one.Entry.Edition != Edition.Auditor)];

    public static (ReleaseStore Store, ReleaseEntry Entry)? Find(Office office, SiteOptions options, string name)
    {
        foreach (var store in Stores(office, options))
        {
            if (store.Entries.FirstOrDefault(entry => entry.Name == name) is { } entry)
            {
                return (store, entry);
            }
        }
        return null;
    }

    private static IEnumerable<ReleaseStore> Stores(Office office, SiteOptions options) =>
        [ReleaseStore.Open(options.Releases), ReleaseStore.Open(office.AuditorReleases)];
}
