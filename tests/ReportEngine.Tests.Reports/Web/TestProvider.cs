using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ReportEngine.Tests.Reports.Web;

/// <summary>
/// A provider of OpenID Connect on loopback that vouches at once for whomever the test says: discovery, keys,
/// authorisation by code with PKCE, token.
/// </summary>
internal sealed class TestProvider : IDisposable
{
    private readonly RSA key = RSA.Create(2048);
    private readonly WebApplication site;
    private (string Nonce, string Challenge) asked;

    public TestProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        site = builder.Build();
        site.MapGet(
            "/.well-known/openid-configuration",
            () =>
                Results.Json(
                    new
                    {
                        issuer = Authority,
                        authorization_endpoint = Authority + "/authorize",
                        token_endpoint = Authority + "/token",
                        jwks_uri = Authority + "/keys",
                        response_types_supported = new[] { "code" },
                        subject_types_supported = new[] { "public" },
                        id_token_signing_alg_values_supported = new[] { "RS256" },
                    }
                )
        );
        site.MapGet(
            "/keys",
            () =>
                Results.Json(
                    new
                    {
                        keys = new[]
                        {
                            new
                            {
                                kty = "RSA",
                                use = "sig",
                                alg = "RS256",
                                kid = "1",
                                n = Base64(key.ExportParameters(false).Modulus!),
                                e = Base64(key.ExportParameters(false).Exponent!),
                            },
                        },
                    }
                )
        );
        site.MapGet(
            "/authorize",
            (HttpContext context) =>
            {
                var query = context.Request.Query;
                asked = (query["nonce"]!, query["code_challenge"]!);
                return Results.Redirect(
                    query["redirect_uri"] + "?code=1&state=" + Uri.EscapeDataString(query["state"]!)
                );
            }
        );
        site.MapPost(
            "/token",
            async (HttpContext context) =>
            {
                var form = await context.Request.ReadFormAsync();
                Verifier =
                    Base64(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())))
                    == asked.Challenge;
                return Results.Json(
                    new
                    {
                        access_token = "a",
                        token_type = "Bearer",
                        expires_in = 300,
                        id_token = Token(form["client_id"]!),
                    }
                );
            }
        );
        site.StartAsync().Wait();
        Authority = site
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.First();
    }

    public string Authority { get; }

    public string Subject { get; set; } = "sub-1";

    public string Name { get; set; } = "Dr. Amna";

    public IReadOnlyList<string> Groups { get; set; } = ["referrals"];

    /// <summary>Signed by another key, as by somebody who is not the provider.</summary>
    public bool Forges { get; set; }

    /// <summary>The client proved that it is the one that asked (PKCE).</summary>
    public bool? Verifier { get; private set; }

    public void Dispose()
    {
        site.StopAsync().Wait();
        ((IDisposable)site).Dispose();
        key.Dispose();
    }

    private string Token(string client)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var head = Base64(
            JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    alg = "RS256",
                    typ = "JWT",
                    kid = "1",
                }
            )
        );
        var body = Base64(
            JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    iss = Authority,
                    aud = client,
                    sub = Subject,
                    name = Name,
                    groups = Groups,
                    nonce = asked.Nonce,
                    iat = now,
                    nbf = now - 5,
                    exp = now + 300,
                }
            )
        );
        using var other = RSA.Create(2048);
        return head
            + "."
            + body
            + "."
            + Base64(
                (Forges ? other : key).SignData(
                    Encoding.ASCII.GetBytes(head + "." + body),
                    HashAlgorithmName.SHA256,
                    RSASignaturePadding.Pkcs1
                )
            );
    }

    private static string Base64(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
