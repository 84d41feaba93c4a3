using System.Diagnostics;
using ReportEngine.Tests.Reports.Web;

namespace ReportEngine.Tests.Machine.Cli;

/// <summary>
/// A build over an earlier one while the system fails under it, by injected faults of system calls (strace) and a full
/// disk of its own (unshare): told with exit code 3, and the earlier build stays as it was.
/// </summary>
public sealed class FaultTests
{
    /// <summary>The build that is there before the fault, made once.</summary>
    private static readonly Lazy<string> Earlier = new(() =>
    {
        var made = new FaultTests();
        Assert.Equal(0, made.Build("2025-12-20").Code);
        return made.Target;
    });

    private readonly string root = Sample.TemporaryFolder();

    private string Output => Path.Combine(root, "out");

    private string Target => Path.Combine(Output, "response-times", "2025-Q3", "public-en");

    /// <summary>
    /// Every file and every folder of the build is flushed; the last flush is of the folder it was renamed into.
    /// </summary>
    [ToolTheory("strace")]
    [InlineData("fsync", "EIO", 1)]
    [InlineData("fsync", "EIO", 12)]
    [InlineData("fsync", "EIO", 22)]
    [InlineData("fsync", "EIO", 24)]
    [InlineData("pwrite64", "ENOSPC", 1)]
    [InlineData("pwrite64", "ENOSPC", 9)]
    [InlineData("rename", "ENOSPC", 1)]
    [InlineData("rename", "EACCES", 2)]
    public void A_refusal_of_the_disk_is_told_and_changes_nothing(string call, string fault, int number)
    {
        TestOffice.Copy(Earlier.Value, Target);
        var before = Contents();

        var (code, errors) = Build(
            "2026-01-15",
            "strace",
            "--seccomp-bpf",
            "-f",
            "-qq",
            "-o",
            "/dev/null",
            "-e",
            "trace=" + call,
            "-e",
            $"inject={call}:error={fault}:when={number}"
        );

        Assert.Equal(3, code);
        // The first writes are the database's own, of what does not fit in memory.
        Assert.Contains(call == "pwrite64" ? "error RE" : "RE511", errors, StringComparison.Ordinal);
        Assert.Equal(before, Contents());
    }

    [ToolTheory("strace")]
    [InlineData("fsync", 1)]
    [InlineData("fsync", 23)]
    [InlineData("rename", 1)]
    [InlineData("rename", 2)]
    [InlineData("rmdir", 1)]
    public void A_killed_build_leaves_the_old_or_the_new_whole_and_the_next_sweeps(string call, int number)
    {
        TestOffice.Copy(Earlier.Value, Target);
        var old = Contents();

        Assert.NotEqual(
            0,
            Build(
                "2026-01-15",
                "strace",
                "-f",
                "-qq",
                "-o",
                "/dev/null",
                "-e",
                "trace=" + call,
                "-e",
                $"inject={call}:signal=KILL:when={number}"
            ).Code
        );
        var left = Contents().Where(file => file.StartsWith("public-en/", StringComparison.Ordinal)).ToList();
        Assert.Equal(0, Build("2026-01-15").Code);
        var made = Contents();

        Assert.True(left.Count == 0 || left.SequenceEqual(old) || left.SequenceEqual(made), "half a build is left");
        Assert.All(made, file => Assert.StartsWith("public-en/", file, StringComparison.Ordinal));
        Assert.NotEqual(old, made);
    }

    [ToolFact("unshare")]
    public void A_full_disk_is_told_and_nothing_is_left_on_it()
    {
        Directory.CreateDirectory(Output);
        var command = Command("2026-01-15", "csv");
        var (code, errors) = Run(
            "unshare",
            [
                "-rm",
                "bash",
                "-c",
                "mount -t tmpfs -o size=64k tmpfs \"$0\" && cd / && \"$@\"; status=$?; find \"$0\" -mindepth 1 "
                    + ">&2; exit $status",
                Output,
                .. command,
            ]
        );

        Assert.Equal(3, code);
        Assert.Contains("RE511", errors, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "\n" + Output,
            "\n"
                + errors.Replace(
                    Path.Combine(Output, "response-times", "2025-Q3", "public-en") + ":",
                    "",
                    StringComparison.Ordinal
                ),
            StringComparison.Ordinal
        );
    }

    [ToolFact("unshare")]
    public void A_folder_that_cannot_be_written_to_is_told_and_stays_empty()
    {
        Directory.CreateDirectory(Output);
        var (code, errors) = Run(
            "unshare",
            [
                "-rm",
                "bash",
                "-c",
                "mount -t tmpfs -o ro tmpfs \"$0\" && cd / && \"$@\"; status=$?; find \"$0\" -mindepth 1 >&2; "
                    + "exit $status",
                Output,
                .. Command("2026-01-15", "csv"),
            ]
        );

        Assert.Equal(3, code);
        Assert.Matches("error RE51[12]", errors);
        Assert.DoesNotContain(
            "\n" + Output + "/",
            errors[(errors.LastIndexOf("error RE", StringComparison.Ordinal))..],
            StringComparison.Ordinal
        );
    }

    /// <summary>
    /// A database opened for writing could be changed by another version of the library, or by a defect.
    /// </summary>
    [ToolFact("strace")]
    public void The_database_is_opened_for_reading_alone()
    {
        var log = Path.Combine(root, "calls");
        var folder = Path.GetDirectoryName(Sample.Database)!;
        var before = (
            string.Join('\n', Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal)),
            File.GetLastWriteTimeUtc(Sample.Database)
        );
        Assert.Equal(
            0,
            Build(
                "2026-01-15",
                "strace",
                "--seccomp-bpf",
                "-f",
                "-qq",
                "-o",
                log,
                "-e",
                "trace=open,openat,openat2"
            ).Code
        );

        var opened = File.ReadLines(log)
            .Where(line => line.Contains(Sample.Database + "\"", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(opened);
        Assert.All(opened, line => Assert.Contains("O_RDONLY", line, StringComparison.Ordinal));
        Assert.Equal(
            before,
            (
                string.Join('\n', Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal)),
                File.GetLastWriteTimeUtc(Sample.Database)
            )
        );
    }

    [Fact]
    public void Of_two_builds_into_one_folder_one_works_and_the_other_is_told()
    {
        using (ReportEngine.Releases.RunLock.Take(Path.Combine(Output, "response-times")))
        {
            var (code, errors) = Build("2026-01-15");
            Assert.Equal(3, code);
            Assert.Contains("RE512", errors, StringComparison.Ordinal);
            Assert.False(Directory.Exists(Output));
        }
        Assert.Equal(0, Build("2026-01-15").Code);
    }

    [Fact]
    public void Many_builds_at_once_give_one_whole_build_and_no_other_end_than_done_or_busy()
    {
        var codes = new System.Collections.Concurrent.ConcurrentBag<int>();
        Parallel.For(0, 4, _ => codes.Add(Build("2026-01-15").Code));

        Assert.Contains(0, codes);
        Assert.All(codes, code => Assert.True(code is 0 or 3));
        var files = Contents();
        Assert.Contains(files, file => file.StartsWith("public-en/manifest.json", StringComparison.Ordinal));
        Assert.All(files, file => Assert.StartsWith("public-en/", file, StringComparison.Ordinal));
    }

    /// <summary>Everything beside and below the build, with digests.</summary>
    private List<string> Contents() =>
        !Directory.Exists(Path.GetDirectoryName(Target))
            ? []
            :
            [
                .. Directory
                    .EnumerateFiles(Path.GetDirectoryName(Target)!, "*", SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal)
                    .Select(file =>
                        Path.GetRelativePath(Path.GetDirectoryName(Target)!, file)
                        + " "
                        + ReportEngine.Releases.Manifest.Sha256(File.ReadAllBytes(file))
                    ),
            ];

    private (int Code, string Errors) Build(string asOf, params string[] under)
    {
        string[] all = [.. under, .. Command(asOf, "csv")];
        return Run(all[0], all[1..]);
    }

    private string[] Command(string asOf, string format) =>
        [
            "dotnet",
            Path.Combine(AppContext.BaseDirectory, "report-engine.dll"),
            "build",
            "response-times",
            "--database",
            Sample.Database,
            "--period",
            "2025-Q3",
            "--as-of",
            asOf,
            "--format",
            format,
            "--output",
            Output,
        ];

    private (int Code, string Errors) Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors.Result);
    }
}
