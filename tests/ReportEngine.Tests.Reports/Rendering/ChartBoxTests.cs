using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReportEngine.Documents;
using ReportEngine.Figures;
using ReportEngine.Languages;
using ReportEngine.Rendering;
using ReportEngine.Tests.Generated;

namespace ReportEngine.Tests.Reports.Rendering;

/// <summary>
/// The lettering of every chart as it is drawn: large enough at printed size, and none over another, in all languages,
/// also of registers with long names.
/// </summary>
public sealed class ChartBoxTests
{
    /// <summary>The width of a chart on paper (165 mm), in points.</summary>
    private const double PrintedWidth = 467.7;
    private const double LeastSize = 8;
    private const double PointsPerPixel = 0.75;

    /// <summary>Between the margins of a page 390 pixels wide.</summary>
    private const double PhoneWidth = 358;

    /// <summary>Boxes hold the room above and below letters: so much of it may be shared, in pixels.</summary>
    private const double Shared = 2.5;

    /// <summary>How far Nastaliq reaches above and below the box of a Latin letter, in parts of its size.</summary>
    private const double Above = 0.4;
    private const double Below = 0.44;

    private sealed record Drawn(string Text, double Size, double X1, double Y1, double X2, double Y2)
    {
        private bool IsTall => Text.Any(letter => letter is >= '\u0600' and <= '\u06ff');

        public double Top => IsTall ? Y1 - (Above * Size) : Y1;

        public double Bottom => IsTall ? Y2 + (Below * Size) : Y2;
    }

    private sealed record Lettering(double Width, IReadOnlyList<Drawn> Texts);

    public static TheoryData<string> Languages() => [.. Sample.Languages.Select(language => language.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Nothing_in_a_chart_of_the_sample_is_too_small_or_over_another(string code) =>
        Sample.With(
            "2025-Q4",
            null,
            set =>
            {
                Check(set, Sample.Languages.First(language => language.Code == code));
                return true;
            }
        );

    /// <summary>Forty platforms, and names of any script and length.</summary>
    [Theory]
    [InlineData(3, 400, 12)]
    [InlineData(6, 600, 40)]
    public void Nor_in_those_of_a_register_with_long_names(int seed, int referrals, int platforms)
    {
        using var folder = GeneratedRegister.Of(
            new RegisterPlan(seed, referrals, platforms, Mess: 40, Ties: 30, HasOddNames: true)
        );
        Sample.With(
            "2025-Q4",
            null,
            set =>
            {
                Check(set, Language.English);
                return true;
            },
            folder.Import()
        );
    }

    private static void Check(FigureSet set, Language language)
    {
        var blocks = ChartCatalogue.Ids.Select(id => (Block)new ChartBlock(ChartCatalogue.Build(id, set))).ToList();
        var charts = Translation.Of(blocks, language).Cast<ChartBlock>().Select(block => block.Chart).ToList();
        var style = Path.Combine(Installation.Find().Templates, "style");
        var specifications = Enum.GetValues<ChartWidth>()
            .SelectMany(width =>
                charts.SelectMany(chart =>
                {
                    var parts = ChartParts.Of(chart);
                    return parts.Select(part =>
                    {
                        var only = parts.Count == 1 ? null : part;
                        var node = ChartDrawing.Specification(chart, language, style, only, width);
                        return (Name: chart.Id + " " + width, Node: node, Width: width);
                    });
                })
            )
            .ToList();
        var faults = specifications
            .Zip(LetteringOf(specifications.Select(one => one.Node)))
            .SelectMany(one => Faults(one.Second, one.First.Width).Select(fault => one.First.Name + ": " + fault))
            .ToList();
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    private static IEnumerable<string> Faults(Lettering lettering, ChartWidth width)
    {
        if (width == ChartWidth.Phone && lettering.Width > PhoneWidth)
        {
            yield return FormattableString.Invariant($"is {lettering.Width:0} pixels wide");
        }
        foreach (var text in lettering.Texts)
        {
            var printed = text.Size * (width == ChartWidth.Phone ? PointsPerPixel : PrintedWidth / lettering.Width);
            if (text.X1 < -Shared || text.X2 > lettering.Width + Shared)
            {
                yield return $"'{text.Text}' reaches out of the picture";
            }
            if (printed < LeastSize - 0.05)
            {
                yield return FormattableString.Invariant($"'{text.Text}' is set in {printed:0.0} pt");
            }
        }
        for (var one = 0; one < lettering.Texts.Count; one++)
        {
            foreach (var other in lettering.Texts.Skip(one + 1))
            {
                if (Overlap(lettering.Texts[one], other))
                {
                    yield return $"'{lettering.Texts[one].Text}' and '{other.Text}' lie over each other";
                }
            }
        }
    }

    private static bool Overlap(Drawn one, Drawn other) =>
        Math.Min(one.X2, other.X2) - Math.Max(one.X1, other.X1) > Shared
        && Math.Min(one.Bottom, other.Bottom) - Math.Max(one.Top, other.Top) > Shared;

    private static IReadOnlyList<Lettering> LetteringOf(IEnumerable<JsonNode> specifications)
    {
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Rendering", "boxes.mjs"));
        start.ArgumentList.Add(Path.Combine(Installation.Find().Typesetting, "charts.mjs"));
        using var node = Process.Start(start)!;
        node.StandardInput.Write(new JsonArray([.. specifications.Select(one => one.DeepClone())]).ToJsonString());
        node.StandardInput.Close();
        var output = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        Assert.Equal(0, node.ExitCode);
        return JsonSerializer.Deserialize<List<Lettering>>(output, JsonSerializerOptions.Web)!;
    }
}
