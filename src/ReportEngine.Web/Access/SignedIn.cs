using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using NodaTime;
using ReportEngine.Web.State;

namespace ReportEngine.Web.Access;

/// <summary>The person a request comes from, as the office's file has them now.</summary>
public static class SignedIn
{
    private const string Stamp = "stamp";
    private const string Since = "since";

    /// <summary>A session ends after this, however busy.</summary>
    private static readonly Duration Longest = Duration.FromHours(10);

    private static readonly object Key = new();

    /// <summary>Null for everybody else.</summary>
    public static User? Of(HttpContext context) => context.Items[Key] as User;

    public static Task Begin(HttpContext context, User user, IClock clock) =>
        context.SignInAsync(PrincipalOf(user, clock));

    internal static ClaimsPrincipal PrincipalOf(User user, IClock clock) =>
        new(
            new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.NameIdentifier, user.UserId.ToString(CultureInfo.InvariantCulture)),
                    new Claim(ClaimTypes.Name, user.Name),
                    new Claim(ClaimTypes.Role, user.Role.ToString()),
                    new Claim(Stamp, user.Stamp),
                    new Claim(Since, InstantText.Of(clock.GetCurrentInstant())),
                ],
                CookieAuthenticationDefaults.AuthenticationScheme
            )
        );

    /// <summary>On every request: a session whose user was changed, or that is too old, has ended.</summary>
    internal static async Task Validate(CookieValidatePrincipalContext session)
    {
        var (office, clock) = (
            session.HttpContext.RequestServices.GetService<Office>(),
            session.HttpContext.RequestServices.GetRequiredService<SiteOptions>().Clock
        );
        if (
            office is not null
            && session.Principal is { } person
            && long.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id)
            && InstantText.TryParse(person.FindFirstValue(Since) ?? "") is { } since
            && clock.GetCurrentInstant() - since < Longest
            && Users.Of(office.State, id, person.FindFirstValue(Stamp) ?? "") is { } user
        )
        {
            session.HttpContext.Items[Key] = user;
            session.HttpContext.Response.Headers.CacheControl = "no-store";
            return;
        }
        session.RejectPrincipal();
        await session.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }
}
