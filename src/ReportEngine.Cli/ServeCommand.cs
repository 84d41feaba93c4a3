using System.CommandLine;
using NodaTime;
using ReportEngine.Web;

namespace ReportEngine.Cli;

/// <summary>report-engine serve [--releases STORE] [--urls …] [--host …]</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var releases = new Option<string?>("--releases") { Description = "The store whose public releases are shown; without it, a demonstration made from the sample data.", HelpName = "STORE" };
        var urls = new Option<string>("--urls") { Description = "What to listen on. Loopback by default: put a reverse proxy in front.", DefaultValueFactory = _ => SiteOptions.Loopback };
        var hosts = new Option<string[]>("--host") { Description = "A name under which readers ask for the site, besides localhost; may be given more than once.", HelpName = "NAME" };
        var command = new Command("serve", "Show published releases as a web page: press page, figures, archive, feed, data interface.") { releases, urls, hosts };
        command.SetAction(parsed => CommandRun.Guard(Console.Error, () =>
        {
            var installation = Installation.Find();
            var store = parsed.GetValue(releases);
            var temporary = store is null ? Directory.CreateTempSubdirectory("report-engine-demonstration-").FullName : null;
            try
            {
                if (temporary is not null)
                {
                    Console.Error.WriteLine("No --releases given: making a demonstration from the sample data, whose cases are invented.");
                }
                var folder = temporary is null ? CommandRun.Folder("--releases", store!) : Demonstration.Make(temporary, installation, new Told());
                using var site = (IDisposable)Site.Create(new SiteOptions(folder, parsed.GetRequiredValue(urls), installation, SystemClock.Instance, IsDemonstration: temporary is not null)
                {
                    Hosts = [.. parsed.GetValue(hosts) ?? [], "localhost", "127.0.0.1", "[::1]"],
                });
                Console.WriteLine("Serving " + folder + " at " + parsed.GetRequiredValue(urls) + "; end with Ctrl+C.");
                ((Microsoft.AspNetCore.Builder.WebApplication)site).Run();
            }
            finally
            {
                if (temporary is not null)
                {
                    Directory.Delete(temporary, recursive: true);
                }
            }
        }));
        return command;
    }

    private sealed class Told : IProgress<string>
    {
        public void Report(string value) => Console.Error.WriteLine(value);
    }
}
