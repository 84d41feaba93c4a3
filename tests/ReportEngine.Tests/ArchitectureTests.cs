using System.Reflection;
using System.Text.RegularExpressions;

namespace ReportEngine.Tests;

/// <summary>Each line of code knows which room it is in.</summary>
public sealed class ArchitectureTests
{
    private static readonly string Source = Path.GetFullPath(
        Path.Combine(Installation.Find().Templates, "..", "src", "ReportEngine")
    );

    [Theory]
    [InlineData(
        "Figures",
        "Dapper|Sqlite|System\\.IO|\\bFile\\.|\\bPath\\.|ReportEngine\\.Rendering|"
            + "ReportEngine\\.Templates|ReportEngine\\.Documents|DateTime\\.|CultureInfo\\.Current"
    )]
    [InlineData(
        "Documents",
        "Dapper|Sqlite|System\\.IO|\\bFile\\.|\\bPath\\.|ReportEngine\\.Rendering|"
            + "ReportEngine\\.Templates|DateTime\\.|CultureInfo\\.Current"
    )]
    [InlineData("Rendering", "Dapper|Sqlite|SELECT ")]
    [InlineData("Templates", "Dapper|Sqlite|SELECT ")]
    public void A_room_holds_only_what_belongs_there(string room, string forbidden)
    {
        foreach (
            var file in Directory
                .EnumerateFiles(Path.Combine(Source, room), "*.cs", SearchOption.AllDirectories)
                .Where(IsOurs)
        )
        {
            Assert.False(
                Regex.IsMatch(File.ReadAllText(file), forbidden),
                Path.GetFileName(file) + " holds something of: " + forbidden
            );
        }
    }

    /// <summary>The site's own state has one room; figures and releases are read through the library.</summary>
    [Fact]
    public void The_site_speaks_SQL_in_one_room_alone() =>
        Assert.All(
            Directory
                .EnumerateFiles(Source + ".Web", "*.cs*", SearchOption.AllDirectories)
                .Where(IsOurs)
                .Where(file => !file.Contains("/State/", StringComparison.Ordinal)),
            file =>
                Assert.DoesNotMatch(
                    "Dapper|Sqlite|SELECT |SystemClock|DateTime(Offset)?\\.(Utc)?Now",
                    File.ReadAllText(file)
                )
        );

    [Fact]
    public void Nothing_asks_the_clock() =>
        Assert.All(
            Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories).Where(IsOurs),
            file =>
                Assert.DoesNotMatch(@"DateTime(Offset)?\.(Utc)?Now|SystemClock|Guid\.NewGuid", File.ReadAllText(file))
        );

    [Fact]
    public void Records_cannot_be_changed() =>
        Assert.All(
            typeof(Report)
                .Assembly.GetTypes()
                .Where(type => type.GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.Instance) is not null),
            type =>
                Assert.All(
                    type.GetProperties(),
                    property =>
                        Assert.True(
                            property.SetMethod is null
                                || property.SetMethod.ReturnParameter.GetRequiredCustomModifiers().Length > 0,
                            type.Name + "." + property.Name
                        )
                )
        );

    /// <summary>
    /// Whoever changes a figure runs these in a minute: whole reports, the site and programs have projects of their
    /// own.
    /// </summary>
    [Fact]
    public void Quick_tests_build_no_report_serve_no_site_and_run_no_command() =>
        Assert.All(
            Directory
                .EnumerateFiles(
                    Path.Combine(Source, "../../tests/ReportEngine.Tests"),
                    "*.cs",
                    SearchOption.AllDirectories
                )
                .Where(file => IsOurs(file) && Path.GetFileName(file) != "ArchitectureTests.cs"),
            file =>
                Assert.DoesNotMatch(
                    @"Report\.(Build|Render)\(|Site\.Create|report-engine\.dll|Typesetter",
                    File.ReadAllText(file)
                )
        );

    private static bool IsOurs(string file) =>
        !file.Contains("node_modules", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal);
}
