using ReportEngine.Cases;
using ReportEngine.Tests.Reports.Cli;

namespace ReportEngine.Tests.Machine.Cli;

/// <summary>
/// Commands whose standard output takes nothing (/dev/full): what is done is done, and the exit code says so.
/// </summary>
public sealed class FullOutputTests
{
    private readonly string folder = Sample.TemporaryFolder();

    [ToolFact("sh")]
    public void An_import_that_cannot_print_has_imported()
    {
        var (code, errors) = Run("import " + Installation.Find().SampleData + " --database x.db");

        Assert.Equal(0, code);
        Assert.DoesNotContain("Nothing was written", errors, StringComparison.Ordinal);
        Assert.Contains("warning RE505", errors, StringComparison.Ordinal);
        using var cases = CaseFile.Open(Path.Combine(folder, "x.db"), null);
        Assert.NotEmpty(cases.Quarters());
    }

    [ToolTheory("sh")]
    [InlineData("key --output keys", "keys/private.pem")]
    [InlineData("user add amna --role official --office o", "o/office.db")]
    [InlineData("build response-times --format csv", "out/response-times/2025-Q4/public-en/manifest.json")]
    public void An_act_that_cannot_be_printed_is_done_all_the_same(string command, string made)
    {
        var (code, errors) = Run(command);

        Assert.Equal(0, code);
        Assert.Contains("warning RE505", errors, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder, made)));
    }

    /// <summary>Here the print is all there is.</summary>
    [ToolFact("sh")]
    public void A_figure_that_cannot_be_printed_fails() => Assert.Equal(3, Run("figure OUT.02").Code);

    private (int Code, string Errors) Run(string command)
    {
        var shell = CommandProcess.Start(
            folder,
            "sh",
            [
                "-c",
                "echo 'four plain words here' | \"$@\" > /dev/full",
                "sh",
                "dotnet",
                Path.Combine(AppContext.BaseDirectory, "report-engine.dll"),
                .. command.Split(' '),
            ]
        );
        return (shell.Code, shell.Errors);
    }
}
