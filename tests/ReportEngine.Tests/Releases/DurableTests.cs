using ReportEngine.Releases;

namespace ReportEngine.Tests.Releases;

public sealed class DurableTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public void What_takes_the_place_of_a_file_is_whole_and_leaves_nothing_beside_it()
    {
        var path = Path.Combine(folder, "words");
        File.WriteAllText(path, "before");
        File.WriteAllText(path + ".half", "of a run that was killed");

        Durable.Replace(path, "after"u8);

        Assert.Equal("after", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder));
    }

    [Fact]
    public void What_cannot_be_written_leaves_what_was_there()
    {
        var path = Path.Combine(folder, "words");
        Directory.CreateDirectory(path);

        Assert.ThrowsAny<Exception>(() => Durable.Replace(path, "after"u8));

        Assert.Equal([path], Directory.GetFileSystemEntries(folder));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
