using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using NodaTime;
using ReportEngine.Rendering;
using ReportEngine.Web.Access;
using ReportEngine.Web.Work;

namespace ReportEngine.Web;

/// <param name="Releases">The store whose open public releases are shown.</param>
/// <param name="Urls">What to listen on; loopback unless somebody means otherwise.</param>
/// <param name="IsDemonstration">The store was made from invented cases, and every page says so.</param>
public sealed record SiteOptions(
    string Releases,
    string Urls,
    Installation Installation,
    IClock Clock,
    bool IsDemonstration = false
)
{
    public const string Loopback = "http://127.0.0.1:5180";

    /// <summary>The names under which the site is asked for; a request for any other is refused (400).</summary>
    public IReadOnlyList<string> Hosts { get; init; } = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>The officials' side; without it nobody can sign in, and no page of theirs is there.</summary>
    public Office? Office { get; init; }

    /// <summary>Who vouches for people; without it they are local users.</summary>
    public OpenIdFile? OpenId { get; init; }

    /// <summary>The language of the pages, with a file in templates/site.</summary>
    public Texts? Texts { get; init; }

    /// <summary>What the office's builds are made as.</summary>
    public IReadOnlyList<ReportFormat> Formats { get; init; } = ReportFormat.All;

    /// <summary>Every answer is told on the console, a JSON object a line.</summary>
    public bool IsLogged { get; init; }
}

/// <summary>
/// The web page over a store of releases: for readers everything on it is read from released files, with no cookie and
/// nothing stored about them; for officials and auditors, who sign in, what they do with cases and releases.
/// </summary>
public static class Site
{
    public static WebApplication Create(SiteOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ApplicationName = typeof(Site).Assembly.GetName().Name }
        );
        builder
            .WebHost.UseUrls(options.Urls)
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = Limits.LongestRequest;
                kestrel.Limits.MaxConcurrentConnections = Limits.MostConnections;
            });
        Journal.Add(builder.Logging, options.IsLogged);
        var services = builder.Services;
        var texts = options.Texts ?? Texts.Read(options.Installation.Templates, "en");
        services.Insert(0, ServiceDescriptor.Transient<IStartupFilter, SecurityHeaders>());
        services
            .AddSingleton(options)
            .AddSingleton(options.Clock)
            .AddSingleton(texts)
            .AddSingleton(new Wording(texts))
            .AddSingleton<PageProblems>()
            .AddSingleton<Names>();
        services.AddSingleton(provider => new Shelf(
            options.Releases,
            options.Clock,
            texts.Language.Code,
            provider.GetRequiredService<ILogger<Shelf>>()
        ));
        services.AddSingleton(Quotes.Read(options.Installation.Templates));
        services.AddRazorPages(pages => Policies.Apply(pages, options));
        services.Configure<HostFilteringOptions>(filtering => filtering.AllowedHosts = [.. options.Hosts]);
        // A proxy on this machine, and no other, says whom it asks for.
        services.Configure<ForwardedHeadersOptions>(forwarded =>
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto
        );
        Limits.Add(services);
        Policies.Add(services, options);
        if (options.Office is { } office)
        {
            services.AddSingleton(office).AddSingleton(office.State).AddSingleton<Workshop>();
            services.AddHostedService(provider => provider.GetRequiredService<Workshop>());
            options.OpenId?.Add(services, options);
        }
        var site = builder.Build();
        site.UseForwardedHeaders();
        site.UseStatusCodePagesWithReExecute("/status/{0}");
        site.UseMiddleware<Journal>();
        site.Use(
            (context, next) =>
            {
                if (
                    HttpMethods.IsGet(context.Request.Method)
                    || HttpMethods.IsHead(context.Request.Method)
                    || HttpMethods.IsPost(context.Request.Method)
                )
                {
                    return next(context);
                }
                context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
                context.Response.Headers.Allow = "GET, HEAD, POST";
                return Task.CompletedTask;
            }
        );
        site.UseRouting();
        if (options is { Office: not null, OpenId: not null })
        {
            // Answered by the authentication below, before other limits; and each failure is a line of the log.
            site.UseWhen(
                context => context.Request.Path == OpenIdFile.CallbackPath,
                callback => callback.UseRateLimiter(Limits.OfCallback())
            );
        }
        // Limits after them: who may not have a page takes nobody's turn for it.
        site.UseAuthentication();
        site.UseAuthorization();
        site.UseRateLimiter();
        site.MapRazorPages();
        Files.Map(site);
        DataInterface.Map(site);
        Feed.Map(site);
        if (options.Office is not null)
        {
            RestrictedFiles.Map(site);
        }
        site.MapFallback("/{**path}", () => Results.NotFound()).AllowAnonymous();
        return site;
    }
}
