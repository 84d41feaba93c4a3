using System.CommandLine;
using System.Globalization;
using ReportEngine.Releases;

namespace ReportEngine.Cli;

/// <summary>report-engine verify FOLDER</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER")
        {
            Description = "The folder of one release, where its manifest.json is.",
        };
        var database = new Option<string?>("--database")
        {
            Description = "Build the release again from this database and compare every byte.",
            HelpName = "FILE",
        };
        var key = new Option<string?>("--key")
        {
            Description = "The public key (PEM) manifest.json must be signed with.",
            HelpName = "FILE",
        };
        var releases = Options.Releases();
        var own = TemplatesCommand.Own();
        var command = new Command(
            "verify",
            "Check that no file of a release was changed, is missing or was added; with a key, who signed it; "
                + "with the database, that it can be made again."
        )
        {
            folder,
            database,
            key,
            releases,
            own,
        };
        command.SetAction(parsed =>
            CommandRun.Guard(
                Console.Error,
                () =>
                {
                    var request = new VerificationRequest(
                        CommandRun.Folder("FOLDER", parsed.GetRequiredValue(folder)),
                        parsed.GetValue(database),
                        parsed.GetValue(key),
                        parsed.GetValue(releases)
                    );
                    var verified = Verification.Run(request, TemplatesCommand.Installed(parsed.GetValue(own)));
                    Console.WriteLine(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"verified: {verified.Files} files, {verified.Bytes:#,##0} bytes, release "
                                + $"{verified.Release}, "
                        )
                            + SignatureOf(verified)
                            + (verified.Rebuilt ? ", the same bytes when built again" : "")
                    );
                }
            )
        );
        return command;
    }

    private static string SignatureOf(VerifiedRelease verified) =>
        verified.KeyFingerprint is { } fingerprint ? "signed by the key " + fingerprint
        : verified.CarriesSignature ? "signature not checked (no --key)"
        : "not signed";
}
