namespace ReportEngine;

/// <summary>
/// Where the engine's own files are: beside the program once published, in the checkout while developing.
/// </summary>
public sealed record Installation(string Templates, string SampleData, string Typesetting)
{
    /// <summary>An office's own templates, laid over those shipped; null for none.</summary>
    public string? OwnTemplates { get; init; }

    public static Installation Find()
    {
        var published = new Installation(Beside("templates"), Beside("sample-data"), Beside("typesetting"));
        if (Directory.Exists(published.Templates))
        {
            return published;
        }
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ReportEngine.sln")))
            {
                return new Installation(
                    Path.Combine(folder.FullName, "templates"),
                    Path.Combine(folder.FullName, "sample-data"),
                    Path.Combine(folder.FullName, "src", "ReportEngine", "Rendering", "Typesetting")
                );
            }
        }
        throw new ReportException(
            ExitCode.EnvironmentFailed,
            new Problem(
                AppContext.BaseDirectory,
                "RE301",
                "No templates folder beside the program.",
                "templates/, sample-data/ and typesetting/ as published",
                "Publish the engine again with 'dotnet publish'."
            )
        );
    }

    private static string Beside(string name) => Path.Combine(AppContext.BaseDirectory, name);
}
