using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ReportEngine.Web.Access;
using ReportEngine.Web.State;

namespace ReportEngine.Web.Pages;

/// <summary>Signing in, by a password or by the provider, and out.</summary>
[EnableRateLimiting(Limits.SignIn)]
public sealed class SignInModel(SiteOptions options) : PageModel
{
    /// <summary>Where the person was going.</summary>
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public string Name { get; private set; } = "";

    public bool IsRefused { get; private set; }

    private OfficeState State => options.Office!.State;

    public void OnGet(bool refused = false) => IsRefused = refused;

    public async Task<IActionResult> OnPostAsync(string? name, string? password)
    {
        if (options.OpenId is not null)
        {
            return BadRequest();
        }
        Name = name ?? "";
        if (Users.SignIn(State, Name, password ?? "") is not { } user)
        {
            IsRefused = true;
            Response.StatusCode = StatusCodes.Status403Forbidden;
            return Page();
        }
        await SignedIn.Begin(HttpContext, user, options.Clock);
        return LocalRedirect(
            Url.IsLocalUrl(To) ? To!
            : user.Role == Role.Auditor ? "/audit"
            : "/office"
        );
    }

    public IActionResult OnPostProvider() =>
        options.OpenId is null
            ? BadRequest()
            : Challenge(
                new AuthenticationProperties { RedirectUri = Url.IsLocalUrl(To) ? To : "/sign-in" },
                OpenIdFile.Scheme
            );

    public async Task<IActionResult> OnPostOutAsync()
    {
        if (SignedIn.Of(HttpContext) is { } user)
        {
            Users.SignOut(State, user);
        }
        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return LocalRedirect("/");
    }
}
