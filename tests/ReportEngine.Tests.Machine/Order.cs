using ReportEngine.Tests.Machine.Cli;
using ReportEngine.Tests.Machine.Rendering;
using ReportEngine.Tests.Machine.Web.Browsing;

[assembly: TestCollectionOrderer("ReportEngine.Tests.Machine.Order", "ReportEngine.Tests.Machine")]

namespace ReportEngine.Tests.Machine;

public sealed class Order()
    : LongestFirst(
        typeof(PageTests),
        typeof(DeterminismTests),
        typeof(FaultTests),
        typeof(JourneyTests),
        typeof(LoadTests),
        typeof(KeyboardTests)
    );
