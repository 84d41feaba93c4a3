using System.Globalization;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using ReportEngine.Web.Access;

namespace ReportEngine.Web;

/// <summary>How much may be asked of the site. Beyond it the answer is 429.</summary>
internal static class Limits
{
    /// <summary>
    /// For pages that read the register or an upload: a few at once for each person, the next wait, others are told.
    /// </summary>
    public const string Expensive = "expensive";

    /// <summary>For what is put together for a reader: a few at once for each address.</summary>
    public const string Packed = "packed";

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
    private const int ExpensiveWaiting = 4;
    private const int PackedAtOnce = 3;

    /// <summary>Connections at once; more are closed.</summary>
    public const long MostConnections = 500;

    public static void Add(IServiceCollection services) =>
        services.AddRateLimiter(limits =>
        {
            Told(limits);
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                Window(context, AnswersAMinute)
            );
            limits.AddPolicy(
                SignIn,
                context =>
                    HttpMethods.IsPost(context.Request.Method)
                        ? Window(context, SignInsAMinute)
                        : RateLimitPartition.GetNoLimiter("")
            );
            limits.AddPolicy(
                Expensive,
                context =>
                    RateLimitPartition.GetConcurrencyLimiter(
                        SignedIn.Of(context)?.UserId ?? 0,
                        _ => new ConcurrencyLimiterOptions
                        {
                            PermitLimit = ExpensiveAtOnce,
                            QueueLimit = ExpensiveWaiting,
                        }
                    )
            );
            limits.AddPolicy(
                Packed,
                context =>
                    RateLimitPartition.GetConcurrencyLimiter(
                        AddressOf(context),
                        _ => new ConcurrencyLimiterOptions { PermitLimit = PackedAtOnce }
                    )
            );
        });

    /// <summary>For what a provider sends back with somebody who signs in.</summary>
    public static RateLimiterOptions OfCallback()
    {
        var limits = new RateLimiterOptions
        {
            GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                Window(context, SignInsAMinute)
            ),
        };
        Told(limits);
        return limits;
    }

    private static void Told(RateLimiterOptions limits)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = 60.ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
    }

    /// <summary>Of IPv6 the first half, which is one connection to the network.</summary>
    private static string AddressOf(HttpContext context) =>
        context.Connection.RemoteIpAddress switch
        {
            null => "",
            { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } address => Convert.ToHexString(
                address.GetAddressBytes(),
                0,
                8
            ),
            var address => address.MapToIPv4().ToString(),
        };

    private static RateLimitPartition<string> Window(HttpContext context, int most) =>
        RateLimitPartition.GetFixedWindowLimiter(
            AddressOf(context),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1) }
        );
}
