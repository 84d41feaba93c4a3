using System.CommandLine;
using NodaTime;
using ReportEngine.Web;
using ReportEngine.Web.State;
using Spectre.Console;

namespace ReportEngine.Cli;

/// <summary>report-engine user add|change|list --office DIR</summary>
internal static class UserCommand
{
    public static Command Create() => new("user", "Who may sign in to the web page.") { Add(), Change(), List() };

    private static Command Add()
    {
        var (name, office) = (
            new Argument<string>("NAME") { Description = Users.NameForm + "." },
            OfficeOptions.Office(required: true)
        );
        var role = new Option<string>("--role")
        {
            Description = "official, approver or auditor.",
            Required = true,
            HelpName = "ROLE",
        };
        var command = new Command(
            "add",
            "Add a user. The password is asked for, or read from the standard input: never an argument, which "
                + "others on the machine can read."
        )
        {
            name,
            role,
            office,
        };
        command.SetAction(parsed =>
            CommandRun.Guard(
                Console.Error,
                () =>
                {
                    var (one, state) = (
                        ReadRole(parsed.GetRequiredValue(role)),
                        StateOf(parsed.GetRequiredValue(office)!)
                    );
                    var user = Users.Add(state, parsed.GetRequiredValue(name), one, ReadPassword(), Actor.CommandLine);
                    CommandRun.PrintDone(() => Console.WriteLine("added: " + user.Name + ", " + user.AsActor.Role));
                }
            )
        );
        return command;
    }

    private static Command Change()
    {
        var (name, office) = (
            new Argument<string>("NAME") { Description = "A local user." },
            OfficeOptions.Office(required: true)
        );
        var role = new Option<string?>("--role") { Description = "The new role.", HelpName = "ROLE" };
        var password = new Option<bool>("--password") { Description = "Ask for a new password." };
        var (disable, enable) = (
            new Option<bool>("--disable") { Description = "May not sign in any more." },
            new Option<bool>("--enable") { Description = "May sign in again." }
        );
        var command = new Command("change", "Change a user, and end the sessions of it.")
        {
            name,
            role,
            password,
            disable,
            enable,
            office,
        };
        command.SetAction(parsed =>
            CommandRun.Guard(
                Console.Error,
                () =>
                {
                    if (parsed.GetValue(disable) && parsed.GetValue(enable))
                    {
                        throw CommandRun.Usage("--enable", "Both --disable and --enable are given.", "one of them");
                    }
                    Role? one = parsed.GetValue(role) is { } text ? ReadRole(text) : null;
                    bool? isDisabled =
                        parsed.GetValue(disable) ? true
                        : parsed.GetValue(enable) ? false
                        : null;
                    Users.Change(
                        StateOf(parsed.GetRequiredValue(office)!),
                        parsed.GetRequiredValue(name),
                        Actor.CommandLine,
                        one,
                        parsed.GetValue(password) ? ReadPassword() : null,
                        isDisabled
                    );
                    CommandRun.PrintDone(() => Console.WriteLine("changed: " + parsed.GetRequiredValue(name)));
                }
            )
        );
        return command;
    }

    private static Command List()
    {
        var office = OfficeOptions.Office(required: true);
        var command = new Command("list", "List the users.") { office };
        command.SetAction(parsed =>
            CommandRun.Guard(
                Console.Error,
                () =>
                {
                    foreach (var user in Users.All(StateOf(parsed.GetRequiredValue(office)!)))
                    {
                        Console.WriteLine(
                            $"{user.AsActor.Role, -10}{user.Name}"
                                + $"{(user.Subject is null ? "" : ", by the provider")}"
                                + $"{(user.IsDisabled ? ", disabled" : "")}"
                        );
                    }
                }
            )
        );
        return command;
    }

    private static OfficeState StateOf(string folder) =>
        Office.Open(CommandRun.Folder("--office", folder), SystemClock.Instance).State;

    private static Role ReadRole(string text) =>
        Enum.GetNames<Role>().Contains(text, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<Role>(text, ignoreCase: true)
            : throw CommandRun.Usage("--role", "Unknown role '" + text + "'.", "official, approver, auditor");

    private static string ReadPassword() =>
        Console.IsInputRedirected
            ? Console.In.ReadLine() ?? ""
            : AnsiConsole.Prompt(new TextPrompt<string>("Password:").Secret());
}
