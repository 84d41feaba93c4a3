namespace ReportEngine.Web;

/// <summary>
/// What a browser may do with an answer: nothing that the page does not need. On every answer, errors too.
/// </summary>
internal sealed class SecurityHeaders(SiteOptions options) : IStartupFilter
{
    private const string Page =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>A released report holds its own style and pictures, and may do nothing else.</summary>
    private const string File =
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; font-src data:; "
        + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /// <summary>Before all others, the host's own refusals of a request among them.</summary>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(Add);
            next(app);
        };

    private Task Add(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        var isFile = Addresses.IsFile(context.Request.Path);
        headers.ContentSecurityPolicy =
            isFile && context.Request.Path.StartsWithSegments("/office/jobs")
                ? File.Replace("frame-ancestors 'none'", "frame-ancestors 'self'", StringComparison.Ordinal)
            : isFile ? File
            : Addresses.IsPreview(context.Request.Path) ? Page + "; frame-src 'self'"
            : options.OpenId is { } provider && context.Request.Path == "/sign-in"
                ? Page.Replace(
                    "form-action 'self'",
                    "form-action 'self' https: " + provider.Authority,
                    StringComparison.Ordinal
                )
            : Page;
        if (isFile)
        {
            // That it is not there is said by a page of the site.
            context.Response.OnStarting(() =>
            {
                if (context.Response.StatusCode >= StatusCodes.Status400BadRequest)
                {
                    headers.ContentSecurityPolicy = Page;
                }
                return Task.CompletedTask;
            });
        }
        if (Addresses.IsRestricted(context.Request.Path))
        {
            headers.CacheControl = "no-store";
        }
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        return next(context);
    }
}
