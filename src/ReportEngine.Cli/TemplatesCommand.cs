using System.CommandLine;
using ReportEngine.Templates;

namespace ReportEngine.Cli;

/// <summary>report-engine templates: an office's own words, begun from those shipped.</summary>
internal static class TemplatesCommand
{
    /// <summary>Of the commands that read templates.</summary>
    public static Option<string?> Own() =>
        new("--templates")
        {
            Description =
                "A folder of templates of your own, laid over those shipped: a file of the same name takes its place, "
                + "another name is another report.",
            HelpName = "DIR",
        };

    /// <summary>The engine's own files with the folder laid over its templates.</summary>
    /// <exception cref="ReportException">RE223: there is no such folder.</exception>
    public static Installation Installed(string? own)
    {
        var installation = Installation.Find();
        if (own is null)
        {
            return installation;
        }
        return Directory.Exists(own)
            ? installation with
            {
                OwnTemplates = own,
            }
            : throw new ReportException(
                ExitCode.WrongUsage,
                new Problem(
                    "--templates",
                    "RE223",
                    "There is no folder " + own + ".",
                    "a folder, begun with 'report-engine templates copy DIR'"
                )
            );
    }

    /// <summary>What is told and keeps nothing from being built.</summary>
    /// <exception cref="ReportException">Something does.</exception>
    public static IReadOnlyList<Problem> Checked(Installation installation, ExitCode otherwise)
    {
        var problems = TemplateFolder.Check(installation);
        return problems.Any(problem => problem.Severity == Severity.Error)
            ? throw new ReportException(otherwise, problems)
            : problems;
    }

    /// <summary>Tells what is wrong with templates of one's own, before anything else is done.</summary>
    /// <exception cref="ReportException">Something keeps a report of any language from being built.</exception>
    public static void Require(Installation installation)
    {
        foreach (var warning in installation.OwnTemplates is null ? [] : Checked(installation, ExitCode.WrongUsage))
        {
            Console.Error.WriteLine(warning);
        }
    }

    public static Command Create() =>
        new(
            "templates",
            "The words of the reports: copy them to reword them, check what was reworded, list the names they use."
        )
        {
            Copy(),
            Check(),
            TemplateNamesCommand.Create(),
        };

    private static Command Copy()
    {
        var folder = new Argument<string>("DIR") { Description = "Where to; made if it is not there." };
        var seen = new Option<bool>("--seen")
        {
            Description = "What changed under your own words has been looked at; it is not told again.",
        };
        var command = new Command(
            "copy",
            "Copy the shipped templates to begin from. What is there and reworded stays; after an upgrade, what is "
                + "not reworded is renewed, and what changed under your own words is told."
        )
        {
            folder,
            seen,
        };
        command.SetAction(parsed =>
            CommandRun.Guard(
                Console.Error,
                () =>
                {
                    var target = CommandRun.Folder("DIR", parsed.GetRequiredValue(folder));
                    Directory.CreateDirectory(target);
                    var results = TemplateFolder.Copy(Installation.Find(), target, parsed.GetValue(seen));
                    foreach (var (name, result) in results)
                    {
                        Console.WriteLine($"{WordsOf(result), -Widest}  {name}");
                    }
                }
            )
        );
        return command;
    }

    private const int Widest = 10;

    private static string WordsOf(CopyResult result) =>
        result switch
        {
            CopyResult.Copied => "copied",
            CopyResult.Renewed => "renewed",
            CopyResult.Same => "as shipped",
            CopyResult.Own => "your own",
            _ => "outdated",
        };

    private static Command Check()
    {
        var folder = new Argument<string?>("DIR")
        {
            Description = "Templates of your own; without it, those shipped.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command(
            "check",
            "Tell every problem of the templates, without a register and without building."
        )
        {
            folder,
        };
        command.SetAction(parsed =>
            CommandRun.Guard(
                Console.Error,
                () =>
                {
                    foreach (var warning in Checked(Installed(parsed.GetValue(folder)), ExitCode.DataFailed))
                    {
                        Console.Error.WriteLine(warning);
                    }
                    Console.WriteLine("No problem was found.");
                }
            )
        );
        return command;
    }
}
