using System.Text.Json;

namespace ReportEngine.Web.State;

/// <summary>
/// What an official asks to be built. Names are those of the command line; the engine checks them again.
/// </summary>
/// <param name="Period">As 2025-Q4.</param>
/// <param name="CutOff">A day; null for everything in the data.</param>
/// <param name="ReleaseAt">When readers may have it, an instant; null: when it is approved.</param>
/// <param name="NextUpdate">A day; null where none is planned.</param>
/// <param name="SignOff">Who accepts, and why, that small differences to earlier releases can be seen.</param>
public sealed record BuildOrder(
    IReadOnlyList<string> Reports,
    string Period,
    string? CutOff,
    string Edition,
    string Language,
    bool IsFinal,
    string? ReleaseAt,
    string? NextUpdate,
    string? SignOff
);

/// <summary>Files that were uploaded, in a folder of their own below the office's.</summary>
public sealed record ImportOrder(string Upload, long Files, long Bytes);

/// <summary>A release, by its name, of the store it is in.</summary>
public sealed record VerificationOrder(string Release);

/// <summary>Orders and problems as they are kept.</summary>
internal static class OrderText
{
    public static string Of<T>(T value) => JsonSerializer.Serialize(value);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text)!;
}
