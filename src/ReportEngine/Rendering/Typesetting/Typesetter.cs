using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ReportEngine.Rendering.Typesetting;

/// <summary>A chart as drawn: SVG with text for HTML, SVG of outlines for PDF.</summary>
public sealed record DrawnChart(string Svg, string Outlines)
{
    /// <summary>The same for a telephone; null where no page is made of it.</summary>
    public string? Narrow { get; init; }
}

/// <summary>A PDF, and the page, from 1 on, on which each place that the layout was told of stands first.</summary>
public sealed record SetDocument(byte[] Pdf, IReadOnlyDictionary<string, int> Pages);

/// <summary>A chart as drawn to be passed on alone: SVG of outlines, and PNG.</summary>
public sealed record PressChart(string Outlines, byte[] Png);

/// <summary>
/// The worker that draws charts and sets pages: one Node process kept for the run, one JSON line a request, one a
/// reply. A request that takes longer than the limit ends the process and is named.
/// </summary>
public sealed class Typesetter : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Installation installation;
    private Process? worker;
    private int lastId;

    /// <summary>A typesetter whose worker starts with the first request, or earlier with <see cref="Start"/>.</summary>
    public Typesetter(Installation installation)
    {
        this.installation = installation;
        StyleFolder = Path.Combine(installation.Templates, "style");
        StyleSheet = File.ReadAllText(Path.Combine(StyleFolder, "report.css"));
    }

    /// <summary>Where page layout, style sheet and chart kinds are.</summary>
    public string StyleFolder { get; }

    /// <summary>The style sheet of HTML reports, to be put inside the page.</summary>
    public string StyleSheet { get; }

    /// <summary>Starts the worker, so that it gets ready while the caller does something else.</summary>
    /// <exception cref="ReportException">Node or the worker's packages are missing.</exception>
    public void Start() => worker ??= Started(installation);

    /// <summary>
    /// The fonts the worker may load, as paths below its folder: those of every page, and those of the world's scripts,
    /// for texts that need them.
    /// </summary>
    public static IReadOnlyList<string> FontFiles(Installation installation) =>
        [
            .. JsonNode
                .Parse(File.ReadAllBytes(Path.Combine(installation.Typesetting, "fonts.json")))!
                .AsArray()
                .SelectMany(family => family!["files"]!.AsArray())
                .Select(file => file!.GetValue<string>()),
            .. LatinFaces.Concat(UrduFaces).Select(face => FaceFolder + face.File),
        ];

    /// <summary>The fonts that a page carries, as style rules: few machines have them.</summary>
    /// <param name="language">Urdu is set in Nastaliq, with the digits and names of every page.</param>
    public string FontFaces(string language) =>
        string.Concat(
            (language == "ur" ? UrduFaces.Concat(LatinFaces) : LatinFaces).Select(face =>
                "@font-face { font-family: \""
                + face.Family
                + "\"; font-weight: "
                + face.Weight
                + "; src: url(data:font/woff2;base64,"
                + Convert.ToBase64String(
                    File.ReadAllBytes(Path.Combine(installation.Typesetting, FaceFolder + face.File))
                )
                + ") format(\"woff2\"); }\n"
            )
        );

    private const string FaceFolder = "node_modules/@fontsource/";

    private static readonly IReadOnlyList<(string Family, string Weight, string File)> LatinFaces =
    [
        ("Noto Sans", "400", "noto-sans/files/noto-sans-latin-400-normal.woff2"),
        ("Noto Sans", "600", "noto-sans/files/noto-sans-latin-600-normal.woff2"),
    ];

    private static readonly IReadOnlyList<(string Family, string Weight, string File)> UrduFaces =
    [
        ("Noto Nastaliq Urdu", "400", "noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-400-normal.woff2"),
        ("Noto Nastaliq Urdu", "600", "noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-600-normal.woff2"),
    ];

    /// <summary>Draws a Vega-Lite specification with the shipped fonts.</summary>
    public DrawnChart Draw(string chartId, JsonNode specification)
    {
        var reply = Ask("chart " + chartId, new JsonObject { ["kind"] = "chart", ["spec"] = specification });
        return new DrawnChart(reply.GetProperty("svg").GetString()!, reply.GetProperty("outlines").GetString()!);
    }

    /// <summary>Draws a specification that holds its own title and source.</summary>
    public PressChart DrawForPress(string chartId, JsonNode specification)
    {
        var reply = Ask(
            "chart " + chartId,
            new JsonObject
            {
                ["kind"] = "chart",
                ["spec"] = specification,
                ["press"] = true,
            }
        );
        return new PressChart(
            reply.GetProperty("outlines").GetString()!,
            reply.GetProperty("png").GetBytesFromBase64()
        );
    }

    /// <summary>
    /// Sets a document as PDF/UA-1 or, with files attached, as PDF/A-3a: a file is held to one standard. The timestamp
    /// (Unix seconds) is the only time in the file.
    /// </summary>
    public SetDocument SetPages(
        string reportId,
        JsonNode document,
        JsonObject images,
        JsonObject attachments,
        long timestamp
    )
    {
        var reply = Ask(
            "PDF of " + reportId,
            new JsonObject
            {
                ["kind"] = "pdf",
                ["template"] = Path.Combine(StyleFolder, "report.typ"),
                ["document"] = document,
                ["images"] = images,
                ["standard"] = attachments.Count > 0 ? "a-3a" : "ua-1",
                ["attachments"] = attachments,
                ["timestamp"] = timestamp,
            }
        );
        return new SetDocument(
            reply.GetProperty("pdf").GetBytesFromBase64(),
            reply
                .GetProperty("places")
                .EnumerateArray()
                .DistinctBy(place => place.GetProperty("place").GetString())
                .ToDictionary(
                    place => place.GetProperty("place").GetString()!,
                    place => place.GetProperty("page").GetInt32()
                )
        );
    }

    public void Dispose()
    {
        if (worker is null)
        {
            return;
        }
        try
        {
            worker.StandardInput.Close();
            if (!worker.WaitForExit(TimeSpan.FromSeconds(2)))
            {
                worker.Kill(entireProcessTree: true);
            }
        }
        catch (Exception error) when (error is IOException or InvalidOperationException)
        {
            // The worker has already gone; its last request said so.
        }
        worker.Dispose();
    }

    private JsonElement Ask(string what, JsonObject request)
    {
        Start();
        request["id"] = ++lastId;
        string? line = null;
        try
        {
            worker!.StandardInput.WriteLine(request.ToJsonString());
            worker.StandardInput.Flush();
            var reading = worker.StandardOutput.ReadLineAsync();
            if (!reading.Wait(Limit))
            {
                worker.Kill(entireProcessTree: true);
                throw Failure(what, FormattableString.Invariant($"no answer within {Limit.TotalSeconds} seconds"));
            }
            line = reading.Result;
        }
        catch (IOException error)
        {
            throw Failure(what, error.Message);
        }
        if (line is null)
        {
            throw Failure(what, "the worker ended without an answer");
        }
        JsonElement reply;
        try
        {
            reply = JsonDocument.Parse(line).RootElement;
        }
        catch (JsonException)
        {
            throw Failure(what, "the worker's answer cannot be read; 'node' on PATH may be something else");
        }
        return reply.TryGetProperty("error", out var message)
            ? throw Failure(what, message.GetString() ?? "unknown error")
            : reply;
    }

    private static Process Started(Installation installation)
    {
        var script = Path.Combine(installation.Typesetting, "worker.mjs");
        if (!Directory.Exists(Path.Combine(installation.Typesetting, "node_modules")))
        {
            throw new ReportException(
                ExitCode.EnvironmentFailed,
                new Problem(
                    script,
                    "RE501",
                    "The packages of the typesetting worker are not installed.",
                    null,
                    "Run 'npm ci' in that folder, or build the solution again."
                )
            );
        }
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
        };
        // megabytes; with one arena, half the memory for the same time
        start.ArgumentList.Add("--max-semi-space-size=2");
        // a worker lives for seconds: what it would compile again, faster, is over before
        start.ArgumentList.Add("--no-opt");
        start.ArgumentList.Add("--expose-gc");
        start.ArgumentList.Add(script);
        start.Environment["MALLOC_ARENA_MAX"] = "1";
        try
        {
            var worker = Process.Start(start)!;
            worker.ErrorDataReceived += static (_, _) => { };
            worker.BeginErrorReadLine();
            return worker;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new ReportException(
                ExitCode.EnvironmentFailed,
                new Problem(
                    "node",
                    "RE502",
                    "Node cannot be started: " + error.Message,
                    "Node 20 or later on PATH",
                    "Install Node 20 and try again."
                )
            );
        }
    }

    private static ReportException Failure(string what, string message) =>
        new(
            ExitCode.EnvironmentFailed,
            new Problem(
                "typesetting worker",
                "RE503",
                "The " + what + " could not be made: " + message,
                null,
                "Nothing was written. Try again; if it happens again, report the message."
            )
        );
}
