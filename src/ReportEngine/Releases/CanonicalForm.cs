using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ReportEngine.Releases;

/// <summary>
/// Records as canonical JSON objects, strict both ways: nothing missing, nothing unknown, nothing twice.
/// </summary>
internal static class CanonicalForm
{
    public static JsonSerializerOptions Options { get; } =
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            AllowDuplicateProperties = false,
            IgnoreReadOnlyProperties = true,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        };

    public static byte[] Write<T>(T value, JsonSerializerOptions? options = null) =>
        CanonicalJson.Write(JsonSerializer.SerializeToNode(value, options ?? Options));

    /// <exception cref="FormatException">Not canonical, a member missing, unknown or of the wrong type.</exception>
    public static T Read<T>(byte[] content, JsonSerializerOptions? options = null)
    {
        try
        {
            return CanonicalJson.Read(content) is JsonObject members
                ? members.Deserialize<T>(options ?? Options)!
                : throw new FormatException("It is not an object.");
        }
        catch (JsonException error)
        {
            throw new FormatException(
                error.Path is null or "$"
                    ? "A member is missing or unknown."
                    : "What stands at " + error.Path + " is missing, unknown or of the wrong type.",
                error
            );
        }
    }
}
