using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportEngine.Cases;

/// <summary>
/// A database in the making, beside the place it will have: it goes there by one rename when it is whole and on the
/// disk, or vanishes.
/// </summary>
internal sealed class DatabaseDraft : IDisposable
{
    private readonly string target;
    private readonly string temporary;
    private readonly PosixSignalRegistration[] signals;

    public DatabaseDraft(string databaseFile)
    {
        target = Path.GetFullPath(databaseFile);
        temporary = Path.Combine(Path.GetDirectoryName(target)!, NameOf(target) + DeadRun.Mark);
        Sweep();
        // A process that is told to end runs no 'finally'.
        signals =
        [
            .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal =>
                PosixSignalRegistration.Create(signal, _ => File.Delete(temporary))
            ),
        ];
        Connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = temporary, Pooling = false }.ToString()
        );
        try
        {
            Connection.Open();
            // Nobody else sees the draft, and a broken one is thrown away: no journal, no waiting for the disk.
            Connection.Execute(
                "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; "
                    + "PRAGMA foreign_keys = OFF; PRAGMA cache_size = -32000"
            );
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public SqliteConnection Connection { get; }

    public void Publish(bool replace)
    {
        Connection.Dispose();
        var folder = Path.GetDirectoryName(target)!;
        Flush(temporary);
        Flush(folder);
        File.Move(temporary, target, replace);
        try
        {
            Flush(folder);
        }
        catch (IOException)
        {
            // The rename is done and seen by all; after a power cut the name stands for the old file or the new, each
            // whole.
        }
    }

    public void Dispose()
    {
        Connection.Dispose();
        File.Delete(temporary);
        foreach (var signal in signals)
        {
            signal.Dispose();
        }
    }

    private static string NameOf(string target) => "." + Path.GetFileName(target) + ".tmp";

    /// <summary>Removes the drafts of killed runs, and of an earlier import of this process.</summary>
    private void Sweep()
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(target)!);
        foreach (
            var leftover in folder.Exists
                ? folder.GetFiles().Where(file => file.Name.StartsWith(NameOf(target) + "-", StringComparison.Ordinal))
                : []
        )
        {
            try
            {
                if (DeadRun.Left(leftover.Name))
                {
                    leftover.Delete();
                }
            }
            catch (UnauthorizedAccessException) when (leftover.FullName != temporary)
            {
                // Another person's: it is in nobody's way.
            }
        }
    }

    /// <summary>
    /// fsync by hand: FileStream.Flush(true) returns quietly on Linux when it fails, and cannot do folders.
    /// </summary>
    private static void Flush(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }
        var file = Open(Encoding.UTF8.GetBytes(path + "\0"), ReadOnly);
        if (file < 0)
        {
            throw Failed(path);
        }
        try
        {
            if (Fsync(file) != 0)
            {
                throw Failed(path);
            }
        }
        finally
        {
            _ = Close(file);
        }
    }

    private static IOException Failed(string path)
    {
        var error = Marshal.GetLastPInvokeError();
        return new IOException(path + ": " + new Win32Exception(error).Message);
    }

    private const int ReadOnly = 0;

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Fsync(int file);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int file);
}
