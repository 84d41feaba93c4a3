using System.Threading.RateLimiting;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;
using NodaTime;

namespace ReportEngine.Web;

/// <param name="Releases">The store whose open public releases are shown.</param>
/// <param name="Urls">What to listen on; loopback unless somebody means otherwise.</param>
/// <param name="IsDemonstration">The store was made from invented cases, and every page says so.</param>
public sealed record SiteOptions(string Releases, string Urls, Installation Installation, IClock Clock, bool IsDemonstration = false)
{
    public const string Loopback = "http://127.0.0.1:5180";

    /// <summary>The names under which the site is asked for; a request for any other is refused (400).</summary>
    public IReadOnlyList<string> Hosts { get; init; } = ["localhost", "127.0.0.1", "[::1]"];
}

/// <summary>
/// The public web page over a store of releases: everything on it is read from released files. No cookie is set and
/// nothing is stored about a reader.
/// </summary>
public static class Site
{
    /// <summary>Answers a reader may have in a minute from one address; the files of a page count one by one.</summary>
    private const int AnswersAMinute = 1_200;

    private const long LongestRequest = 16 * 1024;

    public static WebApplication Create(SiteOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(Site).Assembly.GetName().Name });
        builder.WebHost.UseUrls(options.Urls).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LongestRequest;
        });
        builder.Logging.ClearProviders();
        builder.Services.Insert(0, ServiceDescriptor.Transient<IStartupFilter, SecurityHeaders>());
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(new Shelf(options.Releases, options.Clock));
        builder.Services.AddSingleton(Quotes.Read(options.Installation.Templates));
        builder.Services.AddRazorPages();
        builder.Services.Configure<HostFilteringOptions>(filtering => filtering.AllowedHosts = [.. options.Hosts]);
        // A proxy on this machine, and no other, says whom it asks for.
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded => forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        builder.Services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = AnswersAMinute, Window = TimeSpan.FromMinutes(1) }));
        });
        var site = builder.Build();
        site.UseForwardedHeaders();
        site.UseRateLimiter();
        site.UseStatusCodePagesWithReExecute("/not-found");
        site.UseRouting();
        site.MapRazorPages();
        Files.Map(site);
        DataInterface.Map(site);
        Feed.Map(site);
        return site;
    }
}
