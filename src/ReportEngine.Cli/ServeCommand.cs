using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using NodaTime;
using ReportEngine.Web;
using ReportEngine.Web.Access;

namespace ReportEngine.Cli;

/// <summary>report-engine serve [--releases STORE] [--office DIR] [--urls …] [--host …]</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var releases = new Option<string?>("--releases")
        {
            Description =
                "The store whose public releases are shown. With --office alone, the folder 'releases' of the office.",
            HelpName = "STORE",
        };
        var office = OfficeOptions.Office(required: false);
        var urls = new Option<string>("--urls")
        {
            Description = "What to listen on. Loopback by default: put a reverse proxy in front.",
            DefaultValueFactory = _ => SiteOptions.Loopback,
        };
        var hosts = new Option<string[]>("--host")
        {
            Description =
                "A name under which readers ask for the site, besides localhost; may be given more than once.",
            HelpName = "NAME",
        };
        var language = new Option<string>("--language")
        {
            Description = "The language of the pages, with a file in templates/site.",
            DefaultValueFactory = _ => "en",
            HelpName = "LANGUAGE",
        };
        var command = new Command(
            "serve",
            "Show published releases as a web page; with --office, also to officials and auditors who sign in. "
                + "With neither --releases nor --office, a demonstration made from the sample data."
        )
        {
            releases,
            office,
            urls,
            hosts,
            language,
        };
        command.SetAction(parsed =>
            CommandRun.Guard(
                Console.Error,
                () =>
                {
                    var (store, folder) = (parsed.GetValue(releases), parsed.GetValue(office));
                    var installation = Installed(folder);
                    var texts = Texts.Read(installation.Templates, parsed.GetRequiredValue(language));
                    var temporary =
                        store is null && folder is null
                            ? Directory.CreateTempSubdirectory("report-engine-demonstration-").FullName
                            : null;
                    try
                    {
                        var options = temporary is not null
                            ? Demonstrated(temporary, parsed.GetRequiredValue(urls), installation)
                            : new SiteOptions(
                                CommandRun.Folder("--releases", store ?? Path.Combine(folder!, "releases")),
                                parsed.GetRequiredValue(urls),
                                installation,
                                SystemClock.Instance
                            )
                            {
                                Office = folder is null
                                    ? null
                                    : Office.Open(CommandRun.Folder("--office", folder), SystemClock.Instance),
                                OpenId = folder is null ? null : OpenIdFile.Find(folder),
                            };
                        var site = Site.Create(
                            options with
                            {
                                Hosts = [.. parsed.GetValue(hosts) ?? [], "localhost", "127.0.0.1", "[::1]"],
                                Texts = texts,
                                IsLogged = true,
                            }
                        );
                        using var running = (IDisposable)site;
                        foreach (var (name, code) in new Shelf(options.Releases, SystemClock.Instance).Damaged())
                        {
                            Console.Error.WriteLine(
                                name + ": error " + code + ": This release is damaged; it is left out."
                            );
                        }
                        Console.Error.WriteLine(
                            "Serving "
                                + options.Releases
                                + " at "
                                + parsed.GetRequiredValue(urls)
                                + "; end with Ctrl+C."
                        );
                        site.Run();
                    }
                    finally
                    {
                        if (temporary is not null)
                        {
                            Directory.Delete(temporary, recursive: true);
                        }
                    }
                }
            )
        );
        return command;
    }

    /// <summary>With the office's own templates, where it has some.</summary>
    /// <exception cref="ReportException">Something is wrong with them.</exception>
    private static Installation Installed(string? office)
    {
        var own = office is null ? null : Path.Combine(office, "templates");
        var installation = TemplatesCommand.Installed(Directory.Exists(own) ? own : null);
        TemplatesCommand.Require(installation);
        return installation;
    }

    private static SiteOptions Demonstrated(string folder, string urls, Installation installation)
    {
        Console.Error.WriteLine(
            "Neither --releases nor --office given: making a demonstration from the sample data, whose cases are "
                + "invented."
        );
        var store = Demonstration.Make(folder, installation, new Told());
        var (office, password) = Demonstration.Furnish(folder, SystemClock.Instance);
        Console.Error.WriteLine("Sign in as official, approver or auditor, with the password " + password);
        return new SiteOptions(store, urls, installation, SystemClock.Instance, IsDemonstration: true)
        {
            Office = office,
        };
    }

    private sealed class Told : IProgress<string>
    {
        public void Report(string value) => Console.Error.WriteLine(value);
    }
}
