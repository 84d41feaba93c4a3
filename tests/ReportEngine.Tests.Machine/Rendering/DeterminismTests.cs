using System.Diagnostics;
using ReportEngine.Tests.Reports;

namespace ReportEngine.Tests.Machine.Rendering;

/// <summary>Another process, time zone, culture, working folder or clock makes the same bytes.</summary>
public sealed class DeterminismTests
{
    [Theory]
    [MemberData(nameof(Languages))]
    public Task Another_place_makes_the_same_bytes(string language) =>
        BuildsTheSame("dotnet", [], At("America/New_York", "tr-TR"), language);

    [ToolTheory("faketime")]
    [InlineData("1999-12-31 23:59:59", "Pacific/Kiritimati", "ur-PK", "en")]
    [InlineData("2038-01-20 00:00:00", "Asia/Karachi", "ar-SA", "ur")]
    public Task Another_day_at_another_place_makes_the_same_bytes(
        string clock,
        string zone,
        string culture,
        string language
    ) => BuildsTheSame("faketime", [clock, "dotnet"], At(zone, culture), language);

    public static TheoryData<string> Languages() => [.. Sample.Languages.Select(language => language.Code)];

    private static Dictionary<string, string> At(string zone, string culture) =>
        new()
        {
            ["TZ"] = zone,
            ["LANG"] = culture.Replace('-', '_') + ".UTF-8",
            ["LC_ALL"] = culture.Replace('-', '_') + ".UTF-8",
        };

    private static async Task BuildsTheSame(
        string program,
        string[] before,
        Dictionary<string, string> environment,
        string language
    )
    {
        var output = Sample.TemporaryFolder();
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = Sample.TemporaryFolder(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (
            var argument in (string[])
                [
                    .. before,
                    Path.Combine(AppContext.BaseDirectory, "report-engine.dll"),
                    "build",
                    "--database",
                    Sample.Database,
                    "--output",
                    output,
                    "--language",
                    language,
                ]
        )
        {
            start.ArgumentList.Add(argument);
        }
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, await errors);
        var folders = $"{Path.DirectorySeparatorChar}public-{language}{Path.DirectorySeparatorChar}";
        Assert.Equal(
            Hashes(BuiltSample.Output)
                .Where(file => file.Key.Contains(folders, StringComparison.Ordinal))
                .ToDictionary(),
            Hashes(output)
        );
    }

    private static Dictionary<string, string> Hashes(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(
                file => Path.GetRelativePath(folder, file),
                file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))
            );
}
