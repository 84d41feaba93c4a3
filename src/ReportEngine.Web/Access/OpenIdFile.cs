using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using ReportEngine.Web.State;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace ReportEngine.Web.Access;

/// <summary>
/// openid.yaml of an office: who vouches for people, and which of the provider's groups has which role. With it there
/// are no local users. The client's secret is read from the environment, never from a file.
/// </summary>
public sealed record OpenIdFile
{
    public const string FileName = "openid.yaml";
    public const string SecretVariable = "REPORT_ENGINE_OPENID_SECRET";

    /// <summary>The provider's address, under which its /.well-known/openid-configuration is.</summary>
    public string Authority { get; init; } = "";

    public string ClientId { get; init; } = "";

    /// <summary>The claim that people know a person by.</summary>
    public string NameClaim { get; init; } = "";

    /// <summary>The claim that lists the person's groups.</summary>
    public string RoleClaim { get; init; } = "";

    /// <summary>official, approver and auditor, each with the group that has it.</summary>
    public Dictionary<string, string> Roles { get; init; } = [];

    internal const string Scheme = "provider";

    /// <summary>Where the provider sends people back to.</summary>
    internal const string CallbackPath = "/sign-in/provider";

    /// <summary>Null where an office has none.</summary>
    /// <exception cref="ReportException">
    /// RE567: it cannot be read, or something is missing, unknown or unsafe.
    /// </exception>
    public static OpenIdFile? Find(string officeFolder)
    {
        var path = Path.Combine(officeFolder, FileName);
        if (!File.Exists(path))
        {
            return null;
        }
        try
        {
            var file =
                new DeserializerBuilder()
                    .WithNamingConvention(UnderscoredNamingConvention.Instance)
                    .Build()
                    .Deserialize<OpenIdFile?>(File.ReadAllText(path))
                ?? new OpenIdFile();
            var missing = new (string Name, bool Is)[]
            {
                ("authority", file.Authority.Length > 0),
                ("client_id", file.ClientId.Length > 0),
                ("name_claim", file.NameClaim.Length > 0),
                ("role_claim", file.RoleClaim.Length > 0),
                ("roles", file.Roles.Count > 0),
            }
                .Where(one => !one.Is)
                .Select(one => new Problem(
                    path,
                    "RE567",
                    "There is no " + one.Name + ".",
                    "authority, client_id, name_claim, role_claim and roles"
                ))
                .ToList();
            missing.AddRange(
                file.Roles.Keys.Where(name => !Enum.GetNames<Role>().Contains(name, StringComparer.OrdinalIgnoreCase))
                    .Select(name => new Problem(
                        path,
                        "RE567",
                        "There is no role '" + name + "'.",
                        "official, approver, auditor"
                    ))
            );
            if (
                file.Authority.Length > 0
                && !(
                    Uri.TryCreate(file.Authority, UriKind.Absolute, out var address)
                    && (
                        address.Scheme == Uri.UriSchemeHttps
                        || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)
                    )
                )
            )
            {
                missing.Add(
                    new Problem(
                        path,
                        "RE567",
                        "The authority is no address that can be trusted: '" + file.Authority + "'.",
                        "one that begins with https://"
                    )
                );
            }
            return missing.Count == 0 ? file : throw new ReportException(ExitCode.WrongUsage, missing);
        }
        catch (YamlException error)
        {
            throw new ReportException(
                ExitCode.WrongUsage,
                new Problem(
                    FormattableString.Invariant($"{path}({error.Start.Line},{error.Start.Column})"),
                    "RE567",
                    "The file cannot be read: " + error.Message,
                    "authority, client_id, name_claim, role_claim and roles"
                )
            );
        }
    }

    internal void Add(IServiceCollection services, SiteOptions options) =>
        services
            .AddAuthentication()
            .AddOpenIdConnect(
                Scheme,
                provider =>
                {
                    provider.Authority = Authority;
                    provider.RequireHttpsMetadata = Authority.StartsWith("https:", StringComparison.Ordinal);
                    provider.ClientId = ClientId;
                    provider.ClientSecret = Environment.GetEnvironmentVariable(SecretVariable);
                    provider.ResponseType = OpenIdConnectResponseType.Code;
                    provider.ResponseMode = OpenIdConnectResponseMode.Query;
                    provider.MapInboundClaims = false;
                    provider.SaveTokens = false;
                    provider.CallbackPath = CallbackPath;
                    provider.CorrelationCookie.SameSite = provider.NonceCookie.SameSite = SameSiteMode.Lax;
                    provider.CorrelationCookie.SecurePolicy = provider.NonceCookie.SecurePolicy =
                        CookieSecurePolicy.SameAsRequest;
                    provider.Events.OnTokenValidated = vouched =>
                    {
                        var office = vouched.HttpContext.RequestServices.GetRequiredService<Office>();
                        if (
                            vouched.Principal is { } person
                            && RoleOf(person) is { } role
                            && person.FindFirstValue("sub") is { Length: > 0 } subject
                            && Users.Vouched(office.State, subject, person.FindFirstValue(NameClaim) ?? subject, role)
                                is { } user
                        )
                        {
                            vouched.Principal = SignedIn.PrincipalOf(user, options.Clock);
                        }
                        else
                        {
                            vouched.Fail("No role.");
                        }
                        return Task.CompletedTask;
                    };
                    provider.Events.OnRemoteFailure = failed =>
                    {
                        ActivityLog.Write(
                            failed.HttpContext.RequestServices.GetRequiredService<Office>().State,
                            Actor.Unknown,
                            Act.SignInRefused,
                            "by the provider"
                        );
                        failed.Response.Redirect("/sign-in?refused=true");
                        failed.HandleResponse();
                        return Task.CompletedTask;
                    };
                }
            );

    /// <summary>
    /// The role of a person's groups. Nobody watches themselves: an auditor who is an official too is neither here.
    /// </summary>
    internal Role? RoleOf(ClaimsPrincipal person)
    {
        var groups = person.FindAll(RoleClaim).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal);
        var roles = Roles
            .Where(role => groups.Contains(role.Value))
            .Select(role => Enum.Parse<Role>(role.Key, ignoreCase: true))
            .ToHashSet();
        return roles.Contains(Role.Auditor) ? (roles.Count == 1 ? Role.Auditor : null)
            : roles.Contains(Role.Approver) ? Role.Approver
            : roles.Contains(Role.Official) ? Role.Official
            : null;
    }
}
