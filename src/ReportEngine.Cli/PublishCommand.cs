using System.CommandLine;
using ReportEngine.Releases;

namespace ReportEngine.Cli;

/// <summary>report-engine publish FOLDER… --releases STORE</summary>
internal static class PublishCommand
{
    public static Command Create()
    {
        var folders = new Argument<string[]>("FOLDER")
        {
            Description = "Folders of reports built with --releases.",
            Arity = ArgumentArity.OneOrMore,
        };
        var releases = Options.Releases();
        releases.Required = true;
        var command = new Command(
            "publish",
            "Put built reports into a store as releases v1, v2, …, which are never changed."
        )
        {
            folders,
            releases,
        };
        command.SetAction(parsed =>
            CommandRun.Guard(
                Console.Error,
                () =>
                {
                    var chosen = parsed
                        .GetRequiredValue(folders)
                        .Select(folder => CommandRun.Folder("FOLDER", folder))
                        .ToList();
                    var entries = Publishing.Publish(
                        chosen,
                        CommandRun.Folder("--releases", parsed.GetRequiredValue(releases)!),
                        Installation.Find()
                    );
                    CommandRun.PrintDone(() =>
                    {
                        foreach (var entry in entries)
                        {
                            Console.WriteLine("published: " + entry.Name + ", for its readers from " + entry.ReleaseAt);
                        }
                    });
                }
            )
        );
        return command;
    }
}
