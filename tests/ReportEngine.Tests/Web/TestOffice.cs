using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ReportEngine.Web;
using ReportEngine.Web.State;

namespace ReportEngine.Tests.Web;

/// <summary>A site with an office of its own: a copy of the demonstration's store, its register, a user of each role, at a time that a test sets.</summary>
public sealed class TestOffice : IClock, IDisposable
{
    public const string Password = "four plain words here";

    private readonly List<TestPerson> people = [];
    private readonly Dictionary<string, TestPerson> signedIn = [];

    public TestOffice()
        : this(null)
    {
    }

    internal TestOffice(Func<SiteOptions, SiteOptions>? change)
    {
        var folder = Sample.TemporaryFolder();
        Store = Path.Combine(folder, "store");
        Copy(TestSite.Store.Value, Store);
        Office = Office.Open(Path.Combine(folder, "office"), this);
        File.Copy(Sample.Database, Office.Cases);
        foreach (var role in Enum.GetValues<Role>())
        {
            Users.Add(Office.State, role.ToString().ToLowerInvariant(), role, Password, Actor.CommandLine);
        }
        var options = new SiteOptions(Store, "http://127.0.0.1:0", Installation.Find(), this, IsDemonstration: true) { Office = Office };
        Site = ReportEngine.Web.Site.Create(change is null ? options : change(options));
        Site.StartAsync().Wait();
        Address = new Uri(Site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public Instant Now { get; set; } = Instant.FromUtc(2026, 2, 1, 0, 0);

    public string Store { get; }

    public Office Office { get; }

    public WebApplication Site { get; }

    public Uri Address { get; }

    public IReadOnlyList<LogEntry> Log => ActivityLog.Read(Office.State).Entries;

    public Instant GetCurrentInstant() => Now;

    /// <summary>Somebody who has signed in, the same person each time; null: somebody new who has not.</summary>
    public TestPerson As(Role? role) => As(role?.ToString().ToLowerInvariant());

    public TestPerson As(string? name)
    {
        if (name is not null && signedIn.TryGetValue(name, out var known))
        {
            return known;
        }
        var person = new TestPerson(Address);
        people.Add(person);
        if (name is not null)
        {
            signedIn[name] = person;
            using var answer = person.Post("/sign-in", ("name", name), ("password", Password));
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        }
        return person;
    }

    /// <summary>Waits until a job is over.</summary>
    public Job Ended(long jobId)
    {
        for (var tries = 0; tries < 1200; tries++)
        {
            if (Jobs.Find(Office.State, jobId) is { IsOver: true } job)
            {
                return job;
            }
            Thread.Sleep(100);
        }
        throw new TimeoutException("job " + jobId);
    }

    public void Dispose()
    {
        people.ForEach(person => person.Dispose());
        Site.StopAsync().Wait();
        ((IDisposable)Site).Dispose();
    }

    internal static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}

/// <summary>A person with a browser that keeps cookies and follows nothing by itself.</summary>
public sealed partial class TestPerson : IDisposable
{
    public TestPerson(Uri address) => Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = address };

    public HttpClient Client { get; }

    public CookieContainer Cookies { get; } = new();

    public HttpResponseMessage Get(string address) => Client.GetAsync(new Uri(address, UriKind.Relative)).Result;

    public string Text(string address)
    {
        using var answer = Get(address);
        Assert.True(answer.IsSuccessStatusCode, address + " " + (int)answer.StatusCode);
        return TextOf(answer);
    }

    public static string TextOf(HttpResponseMessage answer) => WebUtility.HtmlDecode(answer.Content.ReadAsStringAsync().Result).Replace('\u00a0', ' ');

    /// <summary>As it was sent, with every sign escaped that was.</summary>
    public static string HtmlOf(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync().Result;

    public byte[] Bytes(string address) => Client.GetByteArrayAsync(new Uri(address, UriKind.Relative)).Result;

    /// <summary>Sends a form with the token of the page it stands on.</summary>
    public HttpResponseMessage Post(string address, params (string Name, string Value)[] fields) =>
        Post(address, new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create(TokenField, TokenOf(address))]));

    public HttpResponseMessage Send(string address, params (string Name, string FileName, byte[] Content)[] files) => Send(address, [], files);

    public HttpResponseMessage Send(string address, (string Name, string Value)[] fields, (string Name, string FileName, byte[] Content)[] files)
    {
        using var form = new MultipartFormDataContent { { new StringContent(TokenOf(address)), TokenField } };
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }
        foreach (var (name, fileName, content) in files)
        {
            form.Add(new ByteArrayContent(content), name, fileName);
        }
        return Post(address, form);
    }

    public HttpResponseMessage Post(string address, HttpContent content) => Client.PostAsync(new Uri(address, UriKind.Relative), content).Result;

    /// <summary>The job that an answer leads to.</summary>
    public static long JobOf(HttpResponseMessage answer)
    {
        Assert.True(answer.StatusCode == HttpStatusCode.Found, TextOf(answer));
        return long.Parse(answer.Headers.Location!.OriginalString.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }

    public void Dispose() => Client.Dispose();

    private const string TokenField = "__RequestVerificationToken";

    /// <summary>Of the page a form stands on: its address without the handler, and for checks of a build the checked form.</summary>
    private string TokenOf(string address)
    {
        using var page = Get(address.Split('?')[0]);
        var token = Token().Match(page.Content.ReadAsStringAsync().Result);
        if (!token.Success)
        {
            using var home = Get("/sign-in");
            token = Token().Match(home.Content.ReadAsStringAsync().Result);
        }
        return token.Groups[1].Value;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
