using ReportEngine.Languages;
using ReportEngine.Templates;

namespace ReportEngine.Tests.Templates;

/// <summary>An office's own words stay through an upgrade; what is wrong with them is told.</summary>
public sealed class TemplateFolderTests
{
    private const string Limits = "_limits" + TemplateFile.Ending;
    private const string Response = "response-times" + TemplateFile.Ending;

    private readonly Installation shipped = Installed();
    private readonly string own = Sample.TemporaryFolder();

    private Installation Laid => shipped with { OwnTemplates = own };

    [Fact]
    public void All_languages_and_the_manual_are_copied_once()
    {
        var first = TemplateFolder.Copy(shipped, own);
        var second = TemplateFolder.Copy(shipped, own);

        Assert.All(first, one => Assert.Equal(CopyResult.Copied, one.Result));
        Assert.All(second, one => Assert.Equal(CopyResult.Same, one.Result));
        Assert.Superset(
            new HashSet<string> { Response, "ur/" + Response, "README.md" },
            first.Select(one => one.Name).ToHashSet()
        );
        Assert.Empty(TemplateFolder.Check(Laid));
    }

    [Fact]
    public void After_an_upgrade_what_was_not_reworded_is_renewed_and_own_words_stay_and_are_told()
    {
        TemplateFolder.Copy(shipped, own);
        File.AppendAllText(Path.Combine(own, Response), "\nOur own last words.\n");
        Upgrade(Response, Limits);

        var before = TemplateFolder.Check(Laid);
        var results = TemplateFolder.Copy(shipped, own).ToDictionary(one => one.Name, one => one.Result);
        var after = TemplateFolder.Check(Laid);

        Assert.Equal(
            [(own + "/" + Limits, "RE224"), (own + "/" + Response, "RE224")],
            before.Select(problem => (problem.Place, problem.Code))
        );
        Assert.All(before, problem => Assert.Equal(Severity.Warning, problem.Severity));
        Assert.Equal(CopyResult.Renewed, results[Limits]);
        Assert.Equal(CopyResult.Outdated, results[Response]);
        Assert.EndsWith(
            "Our own last words.\n",
            File.ReadAllText(Path.Combine(own, Response)),
            StringComparison.Ordinal
        );
        Assert.Equal(own + "/" + Response, Assert.Single(after).Place);
    }

    [Fact]
    public void What_was_looked_at_is_not_told_again()
    {
        TemplateFolder.Copy(shipped, own);
        File.AppendAllText(Path.Combine(own, Response), "\nOur own last words.\n");
        Upgrade(Response);

        TemplateFolder.Copy(shipped, own, isSeen: true);

        Assert.Empty(TemplateFolder.Check(Laid));
        Assert.Contains((Response, CopyResult.Own), TemplateFolder.Copy(shipped, own));
    }

    [Fact]
    public void A_file_of_the_same_name_takes_its_place_and_another_is_another_report()
    {
        Write(Response, "Own words.");
        Write("weekly" + TemplateFile.Ending, "Of the week.");
        Write(Limits, "Own limits.");

        var templates = ReportTemplate.All(Laid, Language.English);

        Assert.Equal(
            ["methods", "nap-progress", "quarterly-transparency", "response-times", "weekly"],
            templates.Select(template => template.ReportId)
        );
        Assert.Contains("Own words.", templates[3].Text, StringComparison.Ordinal);
        Assert.All(
            templates,
            one => Assert.Contains("Own limits.", one.Partials["limits"].Text, StringComparison.Ordinal)
        );
        Assert.Equal(own + "/" + Response, templates[3].Source.Place);
        Assert.Equal("templates/" + Response, templates[3].Source.Name);
        Assert.Equal("templates/nap-progress.sbn-md", templates[1].Source.Place);
    }

    [Fact]
    public void All_problems_of_all_files_and_languages_are_told_with_the_folder_they_lie_in()
    {
        Write("a" + TemplateFile.Ending, "{{ table \"x\" }}");
        Write("b" + TemplateFile.Ending, "{{ figure \"y\" }}");
        Directory.CreateDirectory(Path.Combine(own, "ur"));
        Write("ur/c" + TemplateFile.Ending, "{{ z }}");

        Assert.Equal(
            [own + "/a.sbn-md(4,10) RE202", own + "/b.sbn-md(4,11) RE203", own + "/ur/c.sbn-md(4,4) RE204"],
            TemplateFolder.Check(Laid).Select(problem => problem.Place + " " + problem.Code)
        );
    }

    /// <summary>Front matter keeps a file from being read any further; its place is told with the others'.</summary>
    [Fact]
    public void Files_that_cannot_be_read_are_told_together()
    {
        File.WriteAllText(Path.Combine(own, "a" + TemplateFile.Ending), "# No front matter\n");
        File.WriteAllBytes(Path.Combine(own, "b" + TemplateFile.Ending), [0x2D, 0x2D, 0x2D, 0x0A, 0xFF, 0xFE]);
        File.WriteAllText(Path.Combine(own, "c" + TemplateFile.Ending), "---\nsubtitle: no title\n---\n");

        Assert.Equal(
            ["a", "b", "c"],
            TemplateFolder.Check(Laid).Select(problem => Path.GetFileName(problem.Place)[..1])
        );
    }

    /// <summary>A name by which an author means to replace something, and does not.</summary>
    [Theory]
    [InlineData(
        "_limit.sbn-md",
        "No template includes this partial. Expected: the name of one that is included. Did you mean '_limits.sbn-md'?"
    )]
    [InlineData("response-times.md", "This file is no template. Expected: NAME.sbn-md in the folder itself or in ur/.")]
    [InlineData("editions.yaml", "This file is no template. Expected: NAME.sbn-md in the folder itself or in ur/.")]
    [InlineData(
        "fr/response-times.sbn-md",
        "This file is no template. Expected: NAME.sbn-md in the folder itself or in ur/."
    )]
    public void A_name_that_means_nothing_is_told(string name, string expected)
    {
        Write(name, "Words.");

        Assert.Equal(
            own + "/" + name + ": error RE223: " + expected,
            Assert.Single(TemplateFolder.Check(Laid)).ToString()
        );
    }

    [Fact]
    public void What_is_shipped_has_no_problem() => Assert.Empty(TemplateFolder.Check(shipped));

    private void Write(string name, string text)
    {
        var path = Path.Combine(own, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var isTemplate =
            name.EndsWith(TemplateFile.Ending, StringComparison.Ordinal) && Path.GetFileName(name)[0] != '_';
        File.WriteAllText(path, (isTemplate ? "---\ntitle: A title\n---\n" : "") + text);
    }

    private void Upgrade(params string[] names)
    {
        foreach (var name in names)
        {
            File.AppendAllText(Path.Combine(shipped.Templates, name), "\nNew in this version.\n");
        }
    }

    /// <summary>A copy of what is shipped, which a test may change.</summary>
    private static Installation Installed()
    {
        var found = Installation.Find();
        var folder = Sample.TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(found.Templates, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(found.Templates, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        return found with { Templates = folder };
    }
}
