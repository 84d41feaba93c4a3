using System.CommandLine;
using System.Diagnostics;
using ReportEngine.Documents;
using ReportEngine.Languages;
using ReportEngine.Releases;
using ReportEngine.Rendering;
using ReportEngine.Templates;

namespace ReportEngine.Cli;

/// <summary>report-engine build [REPORT…]</summary>
internal static class BuildCommand
{
    public static Command Create()
    {
        var reports = new Argument<string[]>("REPORT")
        {
            Description = "methods, nap-progress, response-times, quarterly-transparency; none: all of them.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var database = Options.Database();
        var period = Options.Period();
        var asOf = Options.AsOf();
        var edition = Options.Edition();
        var language = new Option<string>("--language")
        {
            Description = "en or ur.",
            DefaultValueFactory = _ => "en",
            HelpName = "LANGUAGE",
        };
        var formats = new Option<string[]>("--format")
        {
            Description =
                "pdf, xlsx, html, csv; several may follow. Default: all. The report's folder then holds these "
                + "and no others.",
            AllowMultipleArgumentsPerToken = true,
            HelpName = "FORMAT",
        };
        var output = new Option<string>("--output")
        {
            Description = "Folder for the reports.",
            DefaultValueFactory = _ => "out",
            HelpName = "DIR",
        };
        var sign = new Option<string?>("--sign")
        {
            Description =
                "Private key (PEM) to sign each manifest.json with, into manifest.json.sig. " + CommandKey.PasswordHelp,
            HelpName = "FILE",
        };
        var own = TemplatesCommand.Own();
        var releasing = new ReleasingOptions();
        var command = new Command(
            "build",
            "Build reports as PDF, Excel, HTML and CSV. A report's folder appears whole or not at all."
        )
        {
            reports,
            database,
            period,
            asOf,
            edition,
            language,
            formats,
            output,
            sign,
            own,
            releasing.Releases,
            releasing.ReleaseAt,
            releasing.Final,
            releasing.NextUpdate,
            releasing.AcceptDifferences,
        };
        command.SetAction(parsed =>
            CommandRun.Guard(
                Console.Error,
                () =>
                {
                    var installation = TemplatesCommand.Installed(parsed.GetValue(own));
                    TemplatesCommand.Require(installation);
                    var chosenLanguage = Options.Chosen(
                        "--language",
                        "language",
                        [parsed.GetRequiredValue(language)],
                        LanguageFile.All(installation.Templates),
                        one => one.Code
                    )[0];
                    var asked = parsed.GetValue(reports) ?? [];
                    if (ReportTemplate.NotWritten(installation, chosenLanguage, asked) is { } missing)
                    {
                        throw new ReportException(ExitCode.WrongUsage, missing);
                    }
                    var templates = Options.Chosen(
                        "REPORT",
                        "report",
                        asked,
                        ReportTemplate.All(installation, chosenLanguage),
                        template => template.ReportId
                    );
                    var chosenFormats = Options.Chosen(
                        "--format",
                        "format",
                        parsed.GetValue(formats) ?? [],
                        ReportFormat.All,
                        format => format.Id
                    );
                    var chosenEdition = Options.ChosenEdition(parsed.GetRequiredValue(edition));
                    var chosenPeriod = CommandRun.ReadPeriod(parsed.GetValue(period));
                    var cutOff = CommandRun.ReadCutOff(parsed.GetValue(asOf));
                    var folder = CommandRun.Folder("--output", parsed.GetRequiredValue(output));
                    var watch = Stopwatch.StartNew();
                    using var key = parsed.GetValue(sign) is { } file
                        ? SigningKey.ReadPrivate(file, CommandKey.Password())
                        : null;
                    using var source = CommandDatabase.Open(parsed.GetValue(database), Console.Error);
                    var request = new BuildRequest(
                        templates,
                        source.Path,
                        source.Name,
                        chosenPeriod,
                        cutOff,
                        chosenEdition,
                        chosenLanguage,
                        chosenFormats,
                        folder,
                        releasing.Chosen(parsed),
                        key
                    );
                    BuildProgress.Run(request, installation, watch);
                }
            )
        );
        return command;
    }
}
