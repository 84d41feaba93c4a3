using ReportEngine.Cases;

namespace ReportEngine.Cli;

/// <summary>
/// The database a command reads: the one named, or the sample data, imported into a temporary file that goes when the
/// command ends.
/// </summary>
internal sealed class CommandDatabase : IDisposable
{
    private readonly string? temporary;

    private CommandDatabase(string path, string name, string? temporary)
    {
        Path = path;
        Name = name;
        this.temporary = temporary;
    }

    public string Path { get; }

    /// <summary>What messages call it.</summary>
    public string Name { get; }

    public static CommandDatabase Open(string? path, TextWriter messages)
    {
        if (path is not null)
        {
            return new CommandDatabase(path, path, null);
        }
        messages.WriteLine("No --database given: using the sample data, whose cases are invented.");
        var folder = Directory.CreateTempSubdirectory("report-engine-").FullName;
        var file = System.IO.Path.Combine(folder, "sample.db");
        try
        {
            Import.Folder(Installation.Find().SampleData, file);
            return new CommandDatabase(file, "sample data", folder);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    public void Dispose()
    {
        if (temporary is not null)
        {
            Directory.Delete(temporary, recursive: true);
        }
    }
}
