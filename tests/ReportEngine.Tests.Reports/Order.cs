using ReportEngine.Tests.Reports.Cli;
using ReportEngine.Tests.Reports.Generated;
using ReportEngine.Tests.Reports.Releases;
using ReportEngine.Tests.Reports.Rendering;
using ReportEngine.Tests.Reports.Web;

[assembly: TestCollectionOrderer("ReportEngine.Tests.Reports.Order", "ReportEngine.Tests.Reports")]

namespace ReportEngine.Tests.Reports;

public sealed class Order()
    : LongestFirst(
        typeof(GeneratedReportTests),
        typeof(ScheduledTests),
        typeof(PublishingTests),
        typeof(OfficialsTests),
        typeof(ReleaseCommandTests),
        typeof(HostileDataTests),
        typeof(ChartShapeTests),
        typeof(ScriptTests)
    );
