using System.Diagnostics;

namespace ReportEngine.Tests.Rendering;

/// <summary>Two processes with another time zone, culture and working folder make the same bytes.</summary>
public sealed class DeterminismTests
{
    [Theory]
    [InlineData("Pacific/Kiritimati", "ur-PK")]
    [InlineData("America/New_York", "tr-TR")]
    [InlineData("Asia/Karachi", "ar-SA")]
    public async Task Another_place_makes_the_same_bytes(string zone, string culture)
    {
        var output = Sample.TemporaryFolder();
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Sample.TemporaryFolder(), RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "report-engine.dll"), "build", "--database", Sample.Database, "--output", output })
        {
            start.ArgumentList.Add(argument);
        }
        start.Environment["TZ"] = zone;
        start.Environment["LANG"] = culture.Replace('-', '_') + ".UTF-8";
        start.Environment["LC_ALL"] = culture.Replace('-', '_') + ".UTF-8";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, await errors);
        Assert.Equal(Hashes(Sample.Output), Hashes(output));
    }

    private static Dictionary<string, string> Hashes(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(
            file => Path.GetRelativePath(folder, file),
            file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))));
}
