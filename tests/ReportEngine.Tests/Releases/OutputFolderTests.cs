using ReportEngine.Releases;
using ReportEngine.Rendering;

namespace ReportEngine.Tests.Releases;

public sealed class OutputFolderTests
{
    [Fact]
    public void A_build_replaces_the_previous_one_whole()
    {
        var target = Path.Combine(Sample.TemporaryFolder(), "build");
        OutputFolder.Publish(Files(target, "old.csv", "old"));
        OutputFolder.Publish(Files(target, "new.csv", "new"));

        Assert.Equal([Path.Combine(target, "new.csv")], Directory.EnumerateFiles(target));
        Assert.Equal([target], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(target)!));
    }

    [Fact]
    public void When_one_folder_cannot_be_written_none_is_changed()
    {
        var root = Sample.TemporaryFolder();
        var first = Path.Combine(root, "first");
        OutputFolder.Publish(Files(first, "old.csv", "old"));
        File.WriteAllText(Path.Combine(root, "file"), "in the way");
        var both = new Dictionary<string, IReadOnlyList<OutputFile>>(Files(first, "new.csv", "new"))
        {
            [Path.Combine(root, "file", "second")] = [new OutputFile("new.csv", [1])],
        };

        var error = Assert.Throws<ReportException>(() => OutputFolder.Publish(both));

        Assert.Equal(ExitCode.EnvironmentFailed, error.ExitCode);
        Assert.Equal("RE511", Assert.Single(error.Problems).Code);
        Assert.Equal(["old.csv"], Directory.EnumerateFiles(first).Select(file => Path.GetFileName(file)!));
        Assert.Equal(2, Directory.EnumerateFileSystemEntries(root).Count());
    }

    [Fact]
    public void A_build_that_fails_leaves_no_empty_folder()
    {
        var root = Sample.TemporaryFolder();
        File.WriteAllText(Path.Combine(root, "file"), "in the way");
        var both = new Dictionary<string, IReadOnlyList<OutputFile>>(
            Files(Path.Combine(root, "report", "2025-Q4", "public-en"), "new.csv", "new")
        )
        {
            [Path.Combine(root, "file", "second")] = [new OutputFile("new.csv", [1])],
        };

        Assert.Throws<ReportException>(() => OutputFolder.Publish(both));

        Assert.Equal([Path.Combine(root, "file")], Directory.EnumerateFileSystemEntries(root));
    }

    [Fact]
    public void What_a_killed_run_left_is_swept_and_the_old_build_put_back()
    {
        var root = Sample.TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(root, "build.unfinished-999999999"));
        Directory.CreateDirectory(Path.Combine(root, "build.previous-999999999"));
        File.WriteAllText(Path.Combine(root, "build.previous-999999999", "old.csv"), "old");
        var target = Path.Combine(root, "build");

        OutputFolder.Publish(Files(target, "new.csv", "new"));

        Assert.Equal([target], Directory.EnumerateFileSystemEntries(root));
        Assert.Equal(["new.csv"], Directory.EnumerateFiles(target).Select(file => Path.GetFileName(file)!));
    }

    [Fact]
    public void A_living_runs_folders_and_those_of_no_run_are_left_alone()
    {
        var target = Path.Combine(Sample.TemporaryFolder(), "build");
        using var living = System.Diagnostics.Process.Start("sleep", "60");
        string[] kept = [target + ".unfinished-" + living.Id, target + ".previous-mine"];
        Array.ForEach(kept, folder => Directory.CreateDirectory(folder));

        OutputFolder.Publish(Files(target, "new.csv", "new"));

        Assert.All(kept, folder => Assert.True(Directory.Exists(folder), folder));
        living.Kill();
    }

    private static Dictionary<string, IReadOnlyList<OutputFile>> Files(string target, string name, string content) =>
        new() { [target] = [new OutputFile(name, System.Text.Encoding.UTF8.GetBytes(content))] };
}
