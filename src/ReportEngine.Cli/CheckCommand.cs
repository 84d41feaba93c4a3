using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReportEngine.Checking;

namespace ReportEngine.Cli;

/// <summary>report-engine check FILE</summary>
internal static class CheckCommand
{
    private static readonly JsonSerializerOptions MachineReadable = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A workbook (.xlsx), ours or anyone's." };
        var json = new Option<bool>("--json") { Description = "The findings as JSON." };
        var command = new Command(
            "check",
            "Check a workbook against the guidance on releasing statistics in spreadsheets. Exit code 1 when it "
                + "breaks an essential rule."
        )
        {
            file,
            json,
        };
        command.SetAction(parsed =>
        {
            WorkbookCheck? check = null;
            var code = CommandRun.Guard(
                Console.Error,
                () =>
                {
                    check = WorkbookCheck.Of(parsed.GetRequiredValue(file));
                    Console.Write(parsed.GetValue(json) ? Machine(check) : Text(check));
                }
            );
            return check is { Errors: > 0 } ? (int)ExitCode.DataFailed : code;
        });
        return command;
    }

    private static string Text(WorkbookCheck check)
    {
        string[] lines =
        [
            .. check.Findings.Select(finding => finding.In(check.File).ToString()),
            "For a person to answer:",
            .. check.Attestations.Select(attestation => $"  {attestation.Rule}  {attestation.Question}"),
            Counted(check.Errors, "error")
                + ", "
                + Counted(check.Warnings, "warning")
                + ", "
                + Counted(check.Attestations.Count, "question")
                + " for a person",
        ];
        return string.Join('\n', lines) + "\n";
    }

    private static string Counted(int count, string what) => count + " " + what + (count == 1 ? "" : "s");

    private static string Machine(WorkbookCheck check) =>
        JsonSerializer.Serialize(
            new
            {
                check.File,
                Findings = check.Findings.Select(finding => new
                {
                    finding.Rule,
                    Severity = finding.Severity == Severity.Error ? "error" : "warning",
                    finding.Sheet,
                    finding.Cell,
                    finding.Found,
                    finding.Expected,
                    finding.Remedy,
                }),
                check.Attestations,
                Counts = new
                {
                    check.Errors,
                    check.Warnings,
                    Attestations = check.Attestations.Count,
                },
            },
            MachineReadable
        ) + "\n";
}
