using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReportEngine.Web.State;

namespace ReportEngine.Web.Access;

/// <summary>
/// Who may reach what. An address that says nothing of who may is for nobody: public ones say so each, those of
/// officials and auditors by their folder.
/// </summary>
internal static class Policies
{
    public const string Office = "office";
    public const string Audit = "audit";

    private const string OfficeFolder = "/Officials";
    private const string AuditFolder = "/Auditors";
    private static readonly TimeSpan Idle = TimeSpan.FromHours(1);

    public static void Add(IServiceCollection services, SiteOptions options)
    {
        services
            .AddAuthorizationBuilder()
            .AddPolicy(Office, policy => policy.RequireRole(nameof(Role.Official), nameof(Role.Approver)))
            .AddPolicy(Audit, policy => policy.RequireRole(nameof(Role.Auditor)))
            .SetDefaultPolicy(Nobody())
            .SetFallbackPolicy(Nobody());
        services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(session =>
            {
                session.Cookie.Name = "report-engine";
                session.Cookie.HttpOnly = true;
                session.Cookie.SameSite = SameSiteMode.Lax;
                session.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                session.ExpireTimeSpan = Idle;
                session.LoginPath = "/sign-in";
                session.ReturnUrlParameter = "to";
                session.Events.OnValidatePrincipal = SignedIn.Validate;
                session.Events.OnRedirectToLogin = redirect =>
                    Answer(
                        redirect,
                        HttpMethods.IsGet(redirect.Request.Method) || HttpMethods.IsHead(redirect.Request.Method)
                            ? null
                            : StatusCodes.Status401Unauthorized
                    );
                session.Events.OnRedirectToAccessDenied = redirect => Answer(redirect, StatusCodes.Status403Forbidden);
            });
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = "report-engine-form";
            form.Cookie.HttpOnly = true;
            form.Cookie.SameSite = SameSiteMode.Strict;
            form.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            form.SuppressXFrameOptionsHeader = true;
        });
        var keys = services.AddDataProtection().SetApplicationName("report-engine");
        _ = options.Office is { } office
            ? keys.PersistKeysToFileSystem(new DirectoryInfo(office.Keys))
            : keys.UseEphemeralDataProtectionProvider();
    }

    public static void Apply(RazorPagesOptions pages, SiteOptions options)
    {
        if (options.Office is not null)
        {
            pages.Conventions.AuthorizeFolder(OfficeFolder, Office).AuthorizeFolder(AuditFolder, Audit);
        }
        else
        {
            pages.Conventions.AddFolderRouteModelConvention(OfficeFolder, Away);
            pages.Conventions.AddFolderRouteModelConvention(AuditFolder, Away);
            pages.Conventions.AddPageRouteModelConvention("/SignIn", Away);
        }
        foreach (
            var page in (string[])
                ["/Index", "/Figures", "/Figure", "/Releases", "/Release", "/Method", "/Status", "/SignIn"]
        )
        {
            pages.Conventions.AllowAnonymousToPage(page);
        }
    }

    /// <summary>A site without an office has no address for it.</summary>
    private static void Away(PageRouteModel page) => page.Selectors.Clear();

    private static AuthorizationPolicy Nobody() =>
        new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();

    /// <summary>Somebody of another role who asks for what is not theirs stands in the log.</summary>
    private static Task Answer(
        Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> redirect,
        int? status
    )
    {
        if (status is not { } code)
        {
            redirect.Response.Redirect(redirect.RedirectUri);
            return Task.CompletedTask;
        }
        redirect.Response.StatusCode = code;
        if (
            SignedIn.Of(redirect.HttpContext) is { } user
            && redirect.HttpContext.RequestServices.GetService<Office>() is { } office
        )
        {
            ActivityLog.Write(
                office.State,
                user.AsActor,
                Act.Refused,
                redirect.Request.Method + " " + Journal.RouteOf(redirect.HttpContext)
            );
        }
        return Task.CompletedTask;
    }
}
