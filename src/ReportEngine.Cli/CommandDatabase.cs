using ReportEngine.Cases;

namespace ReportEngine.Cli;

/// <summary>
/// The database a command reads: the one named, or the sample data, imported into a temporary file that goes when the
/// command ends.
/// </summary>
internal sealed class CommandDatabase : IDisposable
{
    private const string FolderName = "report-engine-sample";

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
        Sweep();
        var folder = Directory.CreateTempSubdirectory(FolderName + DeadRun.Mark + "-").FullName;
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

    /// <summary>
    /// Removes what killed commands left; the name ends with the run's mark and a few letters that make it unique.
    /// </summary>
    private static void Sweep()
    {
        foreach (var leftover in Directory.GetDirectories(System.IO.Path.GetTempPath(), FolderName + "-*-*"))
        {
            if (!DeadRun.Left(leftover[..leftover.LastIndexOf('-')]))
            {
                continue;
            }
            try
            {
                Directory.Delete(leftover, recursive: true);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Another person's, or swept by another command just now: it is in nobody's way.
            }
        }
    }
}
