using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ReportEngine.Rendering;
using ReportEngine.Web;
using ReportEngine.Web.State;

namespace ReportEngine.Tests.Reports.Web;

/// <summary>
/// A site with an office of its own: a copy of the demonstration's store, its register, a user of each role, at a time
/// that a test sets. It builds web pages and data files alone, in far less time, unless a test is about others.
/// </summary>
public sealed class TestOffice : IClock, IDisposable
{
    public const string Password = "four plain words here";

    private readonly SiteOptions options;
    private readonly List<TestPerson> people = [];
    private readonly Dictionary<string, TestPerson> signedIn = [];

    public TestOffice()
        : this(null) { }

    internal static TestOffice OfAllFormats() => new(options => options with { Formats = ReportFormat.All });

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
        var options = new SiteOptions(Store, "http://127.0.0.1:0", Installation.Find(), this, IsDemonstration: true)
        {
            Office = Office,
            Formats = [.. ReportFormat.All.Where(format => format.Id is "html" or "csv")],
        };
        this.options = change is null ? options : change(options);
        Start();
    }

    /// <summary>After the service was down while something happened; nobody is signed in to it.</summary>
    internal void DownWhile(Action happens)
    {
        Site.StopAsync().Wait();
        ((IDisposable)Site).Dispose();
        happens();
        signedIn.Clear();
        Start();
    }

    [System.Diagnostics.CodeAnalysis.MemberNotNull(nameof(Site), nameof(Address))]
    private void Start()
    {
        Site = ReportEngine.Web.Site.Create(options);
        Site.StartAsync().Wait();
        Address = new Uri(
            Site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()
        );
    }

    public Instant Now { get; set; } = Instant.FromUtc(2026, 2, 1, 0, 0);

    public string Store { get; }

    public Office Office { get; }

    public WebApplication Site { get; private set; }

    public Uri Address { get; private set; }

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

    /// <summary>The same person after the session has ended, as it does when much time passes.</summary>
    internal TestPerson Anew(Role role)
    {
        signedIn.Remove(role.ToString().ToLowerInvariant());
        return As(role);
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

    /// <summary>Waits until something is so.</summary>
    internal static void Until(Func<bool> isSo)
    {
        for (var tries = 0; !isSo(); tries++)
        {
            Assert.True(tries < 1200, "It is not so after two minutes.");
            Thread.Sleep(100);
        }
    }

    /// <summary>Has the official send all tables of the sample data.</summary>
    public long Imported() =>
        TestPerson.JobOf(
            As(Role.Official)
                .Send(
                    "/office/import",
                    [
                        .. Directory
                            .EnumerateFiles(Installation.Find().SampleData, "*.csv")
                            .Select(file => ("files", Path.GetFileName(file), File.ReadAllBytes(file))),
                    ]
                )
        );

    /// <summary>Has the official order a build and hand it over.</summary>
    public long HandedOver(params (string, string)[] order)
    {
        var id = TestPerson.JobOf(As(Role.Official).Order(order));
        Assert.Equal(JobState.Done, Ended(id).State);
        As(Role.Official).Post($"/office/jobs/{id}?handler=handover", HttpStatusCode.Found);
        return id;
    }

    /// <summary>
    /// Has the approver approve what was handed over, and waits until it is published or has failed to be.
    /// </summary>
    public Job Approved(long id)
    {
        As(Role.Approver).Post($"/office/jobs/{id}?handler=approve", HttpStatusCode.Found, ("looked", "true"));
        return Ended(Jobs.FindBuild(Office.State, id)!.Publication!.JobId);
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
