using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging.Console;

namespace ReportEngine.Web;

/// <summary>
/// The log for those who run the service: a JSON object a line, with the pattern of an address instead of the address,
/// the kind of an error instead of its words, so that nothing a reader sent and nothing of the register gets into it.
/// </summary>
internal sealed partial class Journal(RequestDelegate next, ILogger<Journal> log)
{
    public static void Add(ILoggingBuilder logging, bool isOn)
    {
        logging.ClearProviders();
        if (isOn)
        {
            logging.AddFilter(
                (string? category, LogLevel _) =>
                    category?.StartsWith("ReportEngine.", StringComparison.Ordinal) == true
            );
            logging.AddJsonConsole(json =>
            {
                json.UseUtcTimestamp = true;
                json.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            });
        }
    }

    public async Task Invoke(HttpContext context)
    {
        var watch = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The reader went away.
        }
        catch (BadHttpRequestException error)
        {
            Refuse(context, error.StatusCode);
        }
        catch (Exception error)
            when ((error is NotSupportedException or InvalidDataException or DecoderFallbackException)
                && HttpMethods.IsPost(context.Request.Method)
            )
        {
            // A form in signs or parts that nobody's browser sends.
            Refuse(context, StatusCodes.Status400BadRequest);
        }
        catch (Exception error)
        {
            Failed(log, context.TraceIdentifier, KindOf(error), error.StackTrace ?? "");
            Refuse(
                context,
                error is ReportException { ExitCode: ExitCode.EnvironmentFailed }
                    ? StatusCodes.Status503ServiceUnavailable
                    : StatusCodes.Status500InternalServerError
            );
        }
        if (context.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>() is not null)
        {
            // The page that tells of a status: the answer is told once.
            return;
        }
        var (method, route, took) = (
            Known(context.Request.Method),
            RouteOf(context),
            (long)Stopwatch.GetElapsedTime(watch).TotalMilliseconds
        );
        Answered(log, context.TraceIdentifier, method, route, context.Response.StatusCode, took);
    }

    /// <summary>The pattern of the address: /office/jobs/{id}; a dash where nothing stands there.</summary>
    public static string RouteOf(HttpContext context) =>
        (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is { } pattern
            ? "/" + pattern.TrimStart('/')
            : "-";

    /// <summary>
    /// Of a problem of ours its codes, which say what went wrong without a word of what it was found in.
    /// </summary>
    private static string KindOf(Exception error) =>
        error is ReportException problem
            ? string.Join(' ', problem.Problems.Select(one => one.Code).Distinct())
            : error.GetType().Name;

    private static string Known(string method) => method is "GET" or "HEAD" or "POST" ? method : "other";

    private static void Refuse(HttpContext context, int status)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }
        context.Response.Headers.CacheControl = "no-store";
        // What was begun is not sent, so that the page about the status is.
        context.Response.ContentType = null;
        context.Response.ContentLength = null;
        context.Response.StatusCode = status;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{RequestId} {Method} {Route} {Status} {Milliseconds} ms")]
    private static partial void Answered(
        ILogger log,
        string requestId,
        string method,
        string route,
        int status,
        long milliseconds
    );

    [LoggerMessage(Level = LogLevel.Error, Message = "{RequestId} {Kind} {Stack}")]
    private static partial void Failed(ILogger log, string requestId, string kind, string stack);
}
