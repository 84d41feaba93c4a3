using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace ReportEngine.Cli;

/// <summary>Shows each step of a build as it begins, then the files made and how long each took.</summary>
internal static class BuildProgress
{
    public static void Run(BuildRequest request, Installation installation, Stopwatch watch)
    {
        var files = Console.IsOutputRedirected
            ? Report.Build(request, installation, new Steps(step => Console.WriteLine(Line(step))))
            : WithBar(request, installation);
        CommandRun.PrintDone(() => Print(files, watch));
    }

    private static void Print(IReadOnlyList<BuiltFile> files, Stopwatch watch)
    {
        Console.WriteLine();
        var here = Directory.GetCurrentDirectory();
        foreach (var file in files)
        {
            var took = file.Took == TimeSpan.Zero ? "" : Seconds(file.Took);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{took, 8}  {file.Bytes, 10:#,##0} bytes  {Path.GetRelativePath(here, file.Path)}"
                )
            );
        }
        Console.WriteLine();
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{files.Count} files in {Seconds(watch.Elapsed)}")
        );
    }

    private static IReadOnlyList<BuiltFile> WithBar(BuildRequest request, Installation installation) =>
        AnsiConsole
            .Progress()
            .AutoClear(false)
            .HideCompleted(false)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn()
            )
            .Start(context =>
            {
                var bar = context.AddTask("Starting");
                var files = Report.Build(
                    request,
                    installation,
                    new Steps(step =>
                    {
                        bar.MaxValue = step.Of;
                        bar.Value = step.Number - 1;
                        bar.Description = Markup.Escape(step.Name);
                    })
                );
                bar.Value = bar.MaxValue;
                bar.Description = "Done";
                return files;
            });

    private static string Line(BuildStep step) =>
        string.Create(CultureInfo.InvariantCulture, $"[{step.Number}/{step.Of}] {step.Name}");

    private static string Seconds(TimeSpan took) =>
        took.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture) + " s";

    /// <summary>Reports on the thread that works, so that lines come in order.</summary>
    private sealed class Steps(Action<BuildStep> show) : IProgress<BuildStep>
    {
        public void Report(BuildStep value) => CommandRun.ShowProgress(() => show(value));
    }
}
