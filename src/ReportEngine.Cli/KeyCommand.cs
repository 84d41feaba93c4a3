using System.CommandLine;
using ReportEngine.Releases;

namespace ReportEngine.Cli;

/// <summary>report-engine key --output DIR</summary>
internal static class KeyCommand
{
    public static Command Create()
    {
        var output = new Option<string>("--output")
        {
            Description = "Folder for private.pem and public.pem.",
            Required = true,
            HelpName = "DIR",
        };
        var command = new Command(
            "key",
            "Make a pair of keys to sign releases with; none is ever overwritten. With "
                + CommandKey.PasswordVariable
                + " set, the private key is encrypted."
        )
        {
            output,
        };
        command.SetAction(parsed =>
            CommandRun.Guard(
                Console.Error,
                () =>
                {
                    var folder = CommandRun.Folder("--output", parsed.GetRequiredValue(output));
                    var fingerprint = SigningKey.Create(folder, CommandKey.Password());
                    CommandRun.PrintDone(() =>
                    {
                        Console.WriteLine(Path.Combine(folder, SigningKey.PrivateFile) + "  keep it from everybody");
                        Console.WriteLine(
                            Path.Combine(folder, SigningKey.PublicFile)
                                + "  give it to everybody, with its fingerprint by another way:"
                        );
                        Console.WriteLine(fingerprint);
                    });
                }
            )
        );
        return command;
    }
}

/// <summary>
/// Where the password of a private key comes from: never an argument, which others on the machine can read.
/// </summary>
internal static class CommandKey
{
    public const string PasswordVariable = "REPORT_ENGINE_KEY_PASSWORD";

    public const string PasswordHelp = "Its password, if it has one, is read from " + PasswordVariable + ".";

    public static string? Password() =>
        Environment.GetEnvironmentVariable(PasswordVariable) is { Length: > 0 } password ? password : null;
}
