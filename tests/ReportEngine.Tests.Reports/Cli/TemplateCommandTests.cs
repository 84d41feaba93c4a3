using ReportEngine.Releases;

namespace ReportEngine.Tests.Reports.Cli;

/// <summary>An author's day, with the command line and templates/README.md alone.</summary>
public sealed class TemplateCommandTests
{
    private readonly string folder = Sample.TemporaryFolder();

    [Fact]
    public void A_section_is_reworded_and_a_loop_with_a_table_for_each_platform_added_and_built()
    {
        Assert.Equal(0, Run("templates copy words").Code);
        var file = Path.Combine(folder, "words", "response-times.sbn-md");
        File.WriteAllText(
            file,
            File.ReadAllText(file).Replace("# Who waits?", "# What is still open", StringComparison.Ordinal)
                + "\n# Each platform\n\n{{ for p in platforms }}\n## {{ p.name }}\n\n"
                + "{{ table \"response_times_by_basis\" platform: p.code }}\n{{ end }}\n"
        );

        Assert.Equal(0, Run("templates check words").Code);
        var built = Run("build response-times --templates words --format html csv xlsx");

        Assert.True(built.Code == 0, built.Errors);
        var release = Path.Combine(folder, "out", "response-times", "2025-Q4", "public-en");
        var page = File.ReadAllText(Path.Combine(release, "response-times-2025-Q4.html"));
        Assert.Contains("What is still open</h", page, StringComparison.Ordinal);
        Assert.Contains("Time to an answer, by kind of request: Telegram", page, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(release, "data", "response-times-by-basis-telegram.csv")));
        Assert.Equal(0, Run("check " + Path.Combine(release, "response-times-2025-Q4.xlsx")).Code);
        Assert.Equal(
            Manifest.Sha256(File.ReadAllBytes(file)),
            Manifest.Read(File.ReadAllBytes(Path.Combine(release, "manifest.json"))).Inputs.Templates[
                "templates/response-times.sbn-md"
            ]
        );
    }

    [Fact]
    public void A_report_of_ones_own_is_verified_with_the_templates_it_was_made_from()
    {
        Assert.Equal(0, Run("import " + Installation.Find().SampleData + " --database cases.db").Code);
        Write("weekly.sbn-md", "# All\n\n{{ table \"outcomes\" }}\n\n{{ include \"limits\" }}\n");
        Assert.Equal(0, Run("build weekly --templates words --format csv --database cases.db").Code);

        var verified = Run("verify out/weekly/2025-Q4/public-en --database cases.db --templates words");
        var without = Run("verify out/weekly/2025-Q4/public-en --database cases.db");

        Assert.Contains("the same bytes when built again", verified.Output, StringComparison.Ordinal);
        Assert.Equal(1, without.Code);
        Assert.Contains("This engine has not the report 'weekly'", without.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_is_written_in_another_language_alone_says_which_file_is_missing()
    {
        Write("weekly.sbn-md", "# All\n");

        var (code, _, errors) = Run("build weekly --templates words --language ur");

        Assert.Equal(2, code);
        Assert.Contains(
            "RE225: This report is not written in \u0627\u0631\u062f\u0648.",
            errors,
            StringComparison.Ordinal
        );
        Assert.Contains("ur/weekly.sbn-md", errors, StringComparison.Ordinal);
    }

    /// <summary>Ten mistakes of a day, all told at once, with file, line, column and what is right.</summary>
    [Fact]
    public void Ten_mistakes_are_told_at_once_each_with_its_place_and_nothing_is_built()
    {
        Write(
            "mine.sbn-md",
            """
            # {{ period.nam }}
            {{ tabel "outcomes" }}
            {{ table "outcome" }}
            {{ chart outcome_shares }}
            {{ figure "OUT.2" }}
            {{ figure "OUT.02" + 1 }}
            {{ figure "OUT.02" plattform: "x" }}
            {{ figure "RT.02" }}
            {{ include "limit" }}
            {{ for p in platform }}{{ p.nam }}{{ end }}
            {{ if dataset.is_invented }}

            """
        );

        var (code, _, errors) = Run("templates check words");
        var built = Run("build --templates words");

        Assert.Equal(1, code);
        Assert.Equal(
            [
                "words/mine.sbn-md(4,6): error RE201: Unknown name 'period.nam'.",
                "words/mine.sbn-md(5,4): error RE204: Unknown name 'tabel'.",
                "words/mine.sbn-md(6,10): error RE202: Unknown table 'outcome'.",
                "words/mine.sbn-md(7,10): error RE216: 'outcome_shares' stands without quotes.",
                "words/mine.sbn-md(8,11): error RE203: Unknown figure 'OUT.2'.",
                "words/mine.sbn-md(9,20): error RE209: '+' cannot be used here.",
                "words/mine.sbn-md(10,20): error RE206: Figure OUT.02 has no 'plattform'.",
                "words/mine.sbn-md(11,4): error RE206: Figure RT.02 has several values, one for each statistic.",
                "words/mine.sbn-md(12,12): error RE211: Unknown partial 'limit'.",
                "words/mine.sbn-md(13,13): error RE201: Unknown list 'platform'.",
                "words/mine.sbn-md(13,27): error RE201: Unknown name 'p.nam'.",
                "words/mine.sbn-md(14,4): error RE207: 'if' is opened but not ended.",
            ],
            errors
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line =>
                    line[
                        ..(
                            line.IndexOf(
                                ". ",
                                line.IndexOf(": error", StringComparison.Ordinal) + 14,
                                StringComparison.Ordinal
                            ) + 1
                        )
                    ]
                )
        );
        foreach (
            var right in (string[])
                [
                    "'period.name'",
                    "'table'",
                    "'outcomes'",
                    "\"outcome_shares\"",
                    "'OUT.02'",
                    "'platform'",
                    "statistic: ",
                    "'limits'",
                    "'platforms'",
                    "'p.name'",
                ]
        )
        {
            Assert.Contains(right, errors, StringComparison.Ordinal);
        }
        Assert.Equal(2, built.Code);
        Assert.False(Directory.Exists(Path.Combine(folder, "out")));
    }

    [Fact]
    public void A_platform_that_the_register_does_not_have_is_told_by_the_build()
    {
        Write("mine.sbn-md", "{{ figure \"OUT.02\" platform: \"telegramm\" }}\n");

        Assert.Equal(0, Run("templates check words").Code);
        var (code, _, errors) = Run("build mine --templates words");

        Assert.Equal(2, code);
        Assert.Contains(
            "words/mine.sbn-md(4,30): error RE206: Unknown platform 'telegramm'. Did you mean 'telegram'?",
            errors,
            StringComparison.Ordinal
        );
        Assert.False(Directory.Exists(Path.Combine(folder, "out")));
    }

    [Theory]
    [InlineData("build --templates nowhere")]
    [InlineData("templates check nowhere")]
    public void A_folder_that_is_not_there_is_told(string command)
    {
        var (code, _, errors) = Run(command);

        Assert.Equal(2, code);
        Assert.Contains("RE223: There is no folder nowhere.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_listed_as_templates_write_them()
    {
        var (code, output, _) = Run("templates names");

        Assert.Equal(0, code);
        Assert.Matches(@"(?m)^  outcomes +Referrals by outcome; platform, subject_type, organisation, basis$", output);
        Assert.Matches(@"(?m)^  outcome_shares +What became of all referrals, by platform$", output);
        Assert.Matches(@"(?m)^  RT\.02 +Time to an answer; .*; statistic: median, p90, p95$", output);
        Assert.Matches(@"(?m)^  platform +facebook, instagram, telegram, tiktok, whatsapp, x$", output);
    }

    private (int Code, string Output, string Errors) Run(string command) => CommandProcess.Run(folder, command);

    private void Write(string name, string body)
    {
        Directory.CreateDirectory(Path.Combine(folder, "words"));
        File.WriteAllText(Path.Combine(folder, "words", name), "---\ntitle: Mine\n---\n" + body);
    }
}
