using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ReportEngine.Web;

namespace ReportEngine.Tests.Reports.Web;

/// <summary>
/// The site over the demonstration's releases or another store, on a port of its own, at a time that a test sets.
/// </summary>
internal sealed class TestSite : IClock, IDisposable
{
    internal static readonly Lazy<string> Store = new(() =>
        Demonstration.Make(Sample.TemporaryFolder(), Installation.Find())
    );

    private readonly WebApplication site;

    public TestSite(Instant? now = null, string? store = null)
    {
        Now = now ?? Instant.FromUtc(2026, 2, 1, 0, 0);
        site = Site.Create(
            new SiteOptions(
                store ?? Store.Value,
                "http://127.0.0.1:0",
                Installation.Find(),
                this,
                IsDemonstration: store is null
            )
        );
        site.StartAsync().Wait();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(
                site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()
            ),
        };
    }

    public Instant Now { get; set; }

    public HttpClient Client { get; }

    public Instant GetCurrentInstant() => Now;

    public string Text(string address)
    {
        using var answer = Get(address);
        Assert.True(answer.IsSuccessStatusCode, address + " " + (int)answer.StatusCode);
        return System.Net.WebUtility.HtmlDecode(answer.Content.ReadAsStringAsync().Result);
    }

    public byte[] Bytes(string address) => Client.GetByteArrayAsync(new Uri(address, UriKind.Relative)).Result;

    public static string Body(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync().Result;

    public HttpResponseMessage Get(string address) =>
        Client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute)).Result;

    public void Dispose()
    {
        Client.Dispose();
        site.StopAsync().Wait();
        ((IDisposable)site).Dispose();
    }
}
