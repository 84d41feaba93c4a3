using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using ReportEngine.Tests.Reports.Web;

namespace ReportEngine.Tests.Machine.Cli;

/// <summary>Promise 41: many readers at once, slow ones among them, and one who asks for far too much.</summary>
public sealed class LoadTests
{
    private const int Connections = 32;
    private const long MostMemory = 600L << 20;
    private static readonly TimeSpan Load = TimeSpan.FromSeconds(20);

    private static readonly string[] Addresses =
    [
        "/",
        "/figures",
        "/figures/OUT.02",
        "/figures/RT.02?period=2025-Q3",
        "/releases",
        "/releases/response-times/2025-Q4/public-en/v1",
        "/method",
        "/feed.atom",
        "/api/v1/releases",
        "/api/v1/figures/OUT.02",
        "/releases/response-times/2025-Q4/public-en/v1/files/charts/limit-shares.svg",
        "/releases/response-times/2025-Q4/public-en/v1/all.zip",
        "/nothing",
        "/sign-in",
    ];

    [Fact]
    public async Task Thirty_two_connections_for_twenty_seconds_get_no_500_and_memory_stays_bounded()
    {
        using var site = new Served("--releases " + TestSite.Store.Value);
        var (answers, most) = (new ConcurrentDictionary<int, int>(), 0L);
        var slow = Enumerable.Range(0, 50).Select(_ => Slow(site.Address)).ToList();
        var watch = Stopwatch.StartNew();
        var readers = Enumerable
            .Range(0, Connections)
            .Select(reader =>
                Task.Run(async () =>
                {
                    using var person = new TestPerson(site.Address);
                    for (var asked = 0; watch.Elapsed < Load; asked++)
                    {
                        using var request = new HttpRequestMessage(
                            HttpMethod.Get,
                            new Uri(Addresses[(reader + asked) % Addresses.Length], UriKind.Relative)
                        );
                        // Each is a reader of their own, as a proxy on this machine tells; the last asks for more than
                        // anybody may.
                        if (reader < Connections - 1)
                        {
                            request.Headers.TryAddWithoutValidation(
                                "X-Forwarded-For",
                                $"203.0.113.{(reader * 7) + (asked / 1000)}"
                            );
                        }
                        using var answer = await person.Client.SendAsync(request);
                        await answer.Content.ReadAsByteArrayAsync();
                        answers.AddOrUpdate((int)answer.StatusCode, 1, (_, count) => count + 1);
                    }
                })
            )
            .ToList();
        while (!readers.TrueForAll(reader => reader.IsCompleted))
        {
            await Task.Delay(200);
            most = Math.Max(most, site.Memory);
        }
        await Task.WhenAll(readers);
        slow.ForEach(one => one.Dispose());

        var told =
            string.Join(", ", answers.OrderBy(one => one.Key).Select(one => $"{one.Value} times {one.Key}"))
            + $"; at most {most >> 20} MB";
        Assert.True(answers.Keys.All(status => status is 200 or 404 or 429), told);
        Assert.True(answers.GetValueOrDefault(200) > 1000, told);
        Assert.True(most < MostMemory, told);
        using var after = new TestPerson(site.Address);
        after.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.250");
        Assert.Contains("Latest figures", after.Text("/"), StringComparison.Ordinal);
    }

    /// <summary>Somebody who begins a request and never ends it.</summary>
    private static TcpClient Slow(Uri address)
    {
        var client = new TcpClient(address.Host, address.Port);
        client
            .GetStream()
            .Write(Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: " + address.Authority + "\r\nX-Slow: "));
        return client;
    }
}
