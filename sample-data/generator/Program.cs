namespace ReportEngine.SampleData;

/// <summary>
/// Writes the sample data: one CSV a table into the folder named, or into the sample-data folder above.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        var folder = arguments.Length > 0 ? arguments[0] : FolderAbove();
        if (folder is null)
        {
            Console.Error.WriteLine("No sample-data folder above the current one: name a folder.");
            return 2;
        }
        SampleDataSet.Write(folder);
        return 0;
    }

    private static string? FolderAbove()
    {
        for (var above = new DirectoryInfo(Directory.GetCurrentDirectory()); above is not null; above = above.Parent)
        {
            var candidate = Path.Combine(above.FullName, "sample-data");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }
        return null;
    }
}
