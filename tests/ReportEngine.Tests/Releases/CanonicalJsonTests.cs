using System.Text;
using System.Text.Json.Nodes;
using ReportEngine.Releases;

namespace ReportEngine.Tests.Releases;

/// <summary>Vectors of RFC 8785, and what must not be read back.</summary>
public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData(
        """{ "b": 1, "a": [ true, false, null ], "B": {}, "": [] }""",
        """{"":[],"B":{},"a":[true,false,null],"b":1}"""
    )]
    [InlineData(
        """{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}""",
        "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\ufb33\":3}"
    )]
    [InlineData(
        "\"\\u0000\\u001F\\b\\t\\n\\f\\r\\\"\\\\\\/<>&'\\u007f\\u2028\"",
        "\"\\u0000\\u001f\\b\\t\\n\\f\\r\\\"\\\\/<>&'\u007f\u2028\""
    )]
    [InlineData("[\"\\u0627\\u0631\\u062f\\u0648\"]", "[\"اردو\"]")]
    public void A_value_has_one_form(string json, string expected) => Assert.Equal(expected + "\n", Canonical(json));

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("1.0", "1")]
    [InlineData("100", "100")]
    [InlineData("-12.50", "-12.5")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("0.0000001", "1e-7")]
    [InlineData("0.00000123", "0.00000123")]
    [InlineData("1e20", "100000000000000000000")]
    [InlineData("1E21", "1e+21")]
    [InlineData("123456789012345680000", "123456789012345680000")]
    [InlineData("333333333.33333329", "333333333.3333333")]
    [InlineData("4.5", "4.5")]
    [InlineData("2e-3", "0.002")]
    [InlineData("0.000000000000000000000000001", "1e-27")]
    [InlineData("5e-324", "5e-324")]
    [InlineData("1.7976931348623157e308", "1.7976931348623157e+308")]
    [InlineData("9007199254740991", "9007199254740991")]
    [InlineData("9007199254740992", "9007199254740992")]
    [InlineData("295147905179352830000", "295147905179352830000")]
    [InlineData("9.999999999999997e22", "9.999999999999997e+22")]
    [InlineData("10e22", "1e+23")]
    public void A_number_is_the_shortest_that_reads_back(string json, string expected) =>
        Assert.Equal(expected + "\n", Canonical(json));

    [Theory]
    [InlineData("{\"a\":1,\"a\":1}\n")]
    [InlineData("{\"b\":1,\"a\":1}\n")]
    [InlineData("{\"a\": 1}\n")]
    [InlineData("{\"a\":1}")]
    [InlineData("{\"a\":1}\n\n")]
    [InlineData("{\"a\":1.0}\n")]
    [InlineData("{\"a\":1e999}\n")]
    [InlineData("\ufeff{\"a\":1}\n")]
    [InlineData("\"\\u0041\"\n")]
    [InlineData("\"\\ud800\"\n")]
    [InlineData("{\"a\":1}\n{\"a\":1}\n")]
    [InlineData("nonsense\n")]
    [InlineData("")]
    public void Another_form_is_not_read(string json) =>
        Assert.Throws<FormatException>(() => CanonicalJson.Read(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Bytes_that_are_no_text_and_endless_depth_are_not_read()
    {
        Assert.Throws<FormatException>(() => CanonicalJson.Read([(byte)'"', 0xff, (byte)'"', (byte)'\n']));
        Assert.Throws<FormatException>(() => CanonicalJson.Read(Encoding.UTF8.GetBytes(new string('[', 100_000))));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_not_written() =>
        Assert.Throws<FormatException>(() => CanonicalJson.Write(JsonValue.Create("\ud800")));

    [Fact]
    public void What_is_written_is_read_back()
    {
        var content = CanonicalJson.Write(JsonNode.Parse("""{"z":[1,2.5,"\u0007"],"a":{"b":null}}"""));

        Assert.Equal(content, CanonicalJson.Write(CanonicalJson.Read(content)));
    }

    private static string Canonical(string json) => Encoding.UTF8.GetString(CanonicalJson.Write(JsonNode.Parse(json)));
}
