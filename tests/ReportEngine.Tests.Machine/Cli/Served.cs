using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ReportEngine.Tests.Reports.Web;

namespace ReportEngine.Tests.Machine.Cli;

/// <summary>The site as a process of its own, on loopback.</summary>
internal sealed class Served : IDisposable
{
    private readonly Process process;

    public Served(string arguments)
    {
        Address = new Uri("http://127.0.0.1:" + FreePort().ToString(System.Globalization.CultureInfo.InvariantCulture));
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "report-engine.dll"));
        foreach (
            var argument in ("serve " + arguments + " --urls " + Address.GetLeftPart(UriPartial.Authority)).Split(' ')
        )
        {
            start.ArgumentList.Add(argument);
        }
        process = Process.Start(start)!;
        Output = process.StandardOutput.ReadToEndAsync();
        Errors = process.StandardError.ReadToEndAsync();
        Person = new TestPerson(Address);
        for (var tries = 0; tries < 300 && !process.HasExited; tries++)
        {
            try
            {
                using var answer = Person.Get("/");
                return;
            }
            catch (AggregateException)
            {
                Thread.Sleep(100);
            }
        }
        throw new InvalidOperationException("The site did not start. " + (process.HasExited ? Errors.Result : ""));
    }

    public Uri Address { get; }

    public TestPerson Person { get; }

    public Task<string> Output { get; }

    public Task<string> Errors { get; }

    /// <summary>Resident memory, in bytes.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>As a machine that loses power does: no handler runs, nothing is flushed.</summary>
    public void Kill()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    public void Dispose()
    {
        Person.Dispose();
        if (!process.HasExited)
        {
            Kill();
        }
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
