using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace ReportEngine.Web;

/// <summary>How much may be asked of the site. Beyond it the answer is 429.</summary>
internal static class Limits
{
    /// <summary>For pages that read the register or an upload: few at once, the next wait, others are told.</summary>
    public const string Expensive = "expensive";

    public const string SignIn = "sign-in";

    /// <summary>Of a request that is no upload.</summary>
    public const long LongestRequest = 64 * 1024;

    /// <summary>Case files of a register of a million cases.</summary>
    public const long LongestImport = 512_000_000;

    public const long LongestRelease = 64_000_000;

    public const long LongestWorkbook = 64_000_000;

    /// <summary>Answers a reader may have in a minute from one address; the files of a page count one by one.</summary>
    private const int AnswersAMinute = 1_200;

    private const int SignInsAMinute = 20;
    private const int ExpensiveAtOnce = 2;
    private const int ExpensiveWaiting = 8;

    /// <summary>Connections at once; more wait in the system's own queue.</summary>
    public const long MostConnections = 500;

    public static void Add(IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = 60.ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Window(context, AnswersAMinute));
        limits.AddPolicy(SignIn, context => HttpMethods.IsPost(context.Request.Method) ? Window(context, SignInsAMinute) : RateLimitPartition.GetNoLimiter(""));
        limits.AddConcurrencyLimiter(Expensive, one =>
        {
            one.PermitLimit = ExpensiveAtOnce;
            one.QueueLimit = ExpensiveWaiting;
        });
    });

    private static RateLimitPartition<string> Window(HttpContext context, int most) => RateLimitPartition.GetFixedWindowLimiter(
        context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1) });
}
