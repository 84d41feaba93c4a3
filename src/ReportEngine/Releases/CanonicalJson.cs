using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ReportEngine.Releases;

/// <summary>
/// The one way a value is written as JSON, as RFC 8785 has it: UTF-8 without byte order mark, members ordered by the
/// UTF-16 code units of their names, no space between tokens, nothing escaped that need not be, numbers as ECMAScript
/// writes them (shortest that reads back the same). One line feed follows, so that the file is a line.
/// </summary>
public static class CanonicalJson
{
    private const int Deepest = 32;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="FormatException">A number no double can hold, or half a surrogate pair.</exception>
    public static byte[] Write(JsonNode? value)
    {
        var text = new StringBuilder();
        Append(text, value);
        try
        {
            return Utf8.GetBytes(text.Append('\n').ToString());
        }
        catch (EncoderFallbackException error)
        {
            throw new FormatException("A text holds half a surrogate pair.", error);
        }
    }

    /// <summary>Reads what <see cref="Write"/> writes, and refuses the same value written in any other way.</summary>
    /// <exception cref="FormatException">No JSON, a member twice, too deep, or not the canonical form.</exception>
    public static JsonNode? Read(ReadOnlySpan<byte> content)
    {
        try
        {
            var value = JsonNode.Parse(
                content,
                documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = Deepest }
            );
            return content.SequenceEqual(Write(value))
                ? value
                : throw new FormatException("It is not in canonical form.");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("It is not JSON as it should be.", error);
        }
    }

    private static void Append(StringBuilder text, JsonNode? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                AppendList(
                    text,
                    '{',
                    members.OrderBy(member => member.Key, StringComparer.Ordinal),
                    '}',
                    member =>
                    {
                        AppendText(text, member.Key);
                        text.Append(':');
                        Append(text, member.Value);
                    }
                );
                break;
            case JsonArray items:
                AppendList(text, '[', items, ']', item => Append(text, item));
                break;
            case var single when single.GetValueKind() == JsonValueKind.String:
                AppendText(text, single.GetValue<string>());
                break;
            case var single when single.GetValueKind() == JsonValueKind.Number:
                text.Append(Number(double.Parse(single.ToJsonString(), CultureInfo.InvariantCulture)));
                break;
            default:
                text.Append(value.ToJsonString());
                break;
        }
    }

    private static void AppendList<T>(StringBuilder text, char open, IEnumerable<T> items, char close, Action<T> append)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first)
            {
                text.Append(',');
            }
            first = false;
            append(item);
        }
        text.Append(close);
    }

    private static void AppendText(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var unit in value)
        {
            _ = unit switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
                _ => text.Append(unit),
            };
        }
        text.Append('"');
    }

    /// <summary>ECMAScript's Number::toString, from the shortest digits .NET finds.</summary>
    private static string Number(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new FormatException("A number is larger than any double.");
        }
        if (value == 0)
        {
            return "0";
        }
        var sign = value < 0 ? "-" : "";
        var parts = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture).Split('E');
        var (whole, fraction) = parts[0].Split('.') is [var before, var after] ? (before, after) : (parts[0], "");
        var all = (whole + fraction).TrimStart('0');
        var digits = all.TrimEnd('0');
        // Where the point stands, counted from before the first digit.
        var point =
            all.Length - fraction.Length + (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
        return sign
            + (
                point switch
                {
                    > 0 and <= 21 when digits.Length <= point => digits.PadRight(point, '0'),
                    > 0 and <= 21 => digits[..point] + "." + digits[point..],
                    > -6 and <= 0 => "0." + new string('0', -point) + digits,
                    _ => digits[..1]
                        + (digits.Length > 1 ? "." + digits[1..] : "")
                        + "e"
                        + (point > 0 ? "+" : "-")
                        + Math.Abs(point - 1).ToString(CultureInfo.InvariantCulture),
                }
            );
    }
}
