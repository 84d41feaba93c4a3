using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ReportEngine.Releases;

/// <summary>
/// Files and folders that are on the disk when these methods return. On Linux and macOS .NET's own flush returns as if
/// nothing were wrong when the disk refuses, and a folder cannot be flushed at all; so the system is asked itself.
/// </summary>
internal static class Durable
{
    private const int ReadOnly = 0;
    private const int Interrupted = 4;

    /// <summary>What file systems answer that cannot flush a folder, such as some on a network.</summary>
    private const int Invalid = 22;
    private const int NotSupported = 95;

    /// <exception cref="IOException">
    /// The file is there already, or the disk refuses to keep what was written.
    /// </exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        using var file = File.OpenHandle(
            path,
            FileMode.CreateNew,
            FileAccess.Write,
            FileShare.None,
            preallocationSize: content.Length
        );
        RandomAccess.Write(file, content, 0);
        if (OperatingSystem.IsWindows())
        {
            RandomAccess.FlushToDisk(file);
        }
        else
        {
            Flush(file, path);
        }
    }

    /// <summary>In place of what is there: a crash or a full disk leaves the one or the other, whole.</summary>
    /// <exception cref="IOException">The disk refuses; what was there is as it was.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        var half = path + ".half";
        File.Delete(half);
        try
        {
            Write(half, content);
            File.Move(half, path, overwrite: true);
        }
        catch
        {
            File.Delete(half);
            throw;
        }
    }

    /// <summary>
    /// The names in a folder, so that a rename in it outlives a crash; Windows keeps them without being asked.
    /// </summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        using var handle = new SafeFileHandle(open(folder, ReadOnly), ownsHandle: true);
        if (handle.IsInvalid)
        {
            throw Refused(folder);
        }
        Flush(handle, folder, isFolder: true);
    }

    private static void Flush(SafeFileHandle handle, string path, bool isFolder = false)
    {
        while (fsync(handle) != 0)
        {
            if (isFolder && Marshal.GetLastPInvokeError() is Invalid or NotSupported)
            {
                return;
            }
            if (Marshal.GetLastPInvokeError() != Interrupted)
            {
                throw Refused(path);
            }
        }
    }

    private static IOException Refused(string path) =>
        new(new Win32Exception(Marshal.GetLastPInvokeError()).Message + " : '" + path + "'");

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int fsync(SafeFileHandle file);

    [DllImport(
        "libc",
        SetLastError = true,
        CharSet = CharSet.Ansi,
        BestFitMapping = false,
        ThrowOnUnmappableChar = true
    )]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int open(string path, int flags);
}
