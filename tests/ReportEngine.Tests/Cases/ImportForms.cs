namespace ReportEngine.Tests.Cases;

/// <summary>The one form in which each kind of value is written.</summary>
public sealed class ImportForms : IDisposable
{
    private readonly CsvFolder folder = new();

    [Theory]
    [InlineData("12.0")]
    [InlineData("1,200")]
    [InlineData(" 12")]
    [InlineData("+12")]
    [InlineData("٣")]
    [InlineData("99999999999999999999")]
    public void A_whole_number_is_digits_only(string text)
    {
        folder.With("subject", new { followers_at_referral = text });
        Assert.Equal(
            [
                $"subject.csv(2,11): error RE108: followers_at_referral '{text}' is not a whole number. Expected: "
                    + "digits only, such as 12.",
            ],
            folder.Problems()
        );
    }

    [Theory]
    [InlineData("1,5")]
    [InlineData("NaN")]
    [InlineData("1e999")]
    [InlineData("12 %")]
    public void A_number_has_a_decimal_point_and_nothing_else(string text)
    {
        folder.With(
            "platform_selfreport",
            new
            {
                selfreport_id = "s",
                platform_id = "x",
                period = "p",
                country = "PK",
                metric = "m",
                unit = "u",
                value = text,
                source_url = "s",
            }
        );
        Assert.Equal(
            [
                $"platform_selfreport.csv(2,7): error RE108: value '{text}' is not a number. Expected: a decimal "
                    + "point and no grouping, such as 1250.5.",
            ],
            folder.Problems()
        );
    }

    [Theory]
    [InlineData("2025-02-30T00:00:00Z")]
    [InlineData("2025-07-24T24:00:00Z")]
    [InlineData("2025-07-24T18:60:00Z")]
    [InlineData("2025-07-24T18:59:60Z")]
    [InlineData("2025-07-24T18:59:59+05:00")]
    [InlineData("2025-07-24T18:59:59.5Z")]
    [InlineData("2025-07-24 18:59:59Z")]
    [InlineData("2025-07-24")]
    [InlineData("24/07/2025")]
    [InlineData("1447-01-28T00:00:00Z")]
    [InlineData("1999-12-31T23:59:59Z")]
    [InlineData("2100-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("٢٠٢٥-07-24T00:00:00Z")]
    public void An_instant_exists_and_is_written_in_one_form(string text)
    {
        folder.With("subject", new { first_seen_at = text, recorded_at = CsvFolder.ExtractedAt });
        Assert.Equal(
            [
                $"subject.csv(2,5): error RE109: first_seen_at '{text}' is not an instant. Expected: an instant "
                    + "in UTC from 2000 to 2099, written 2025-07-24T18:59:59Z.",
            ],
            folder.Problems()
        );
    }

    [Theory]
    [InlineData("2025-02-29")]
    [InlineData("2025-13-01")]
    [InlineData("2025-7-4")]
    [InlineData("1899-12-31")]
    [InlineData("2100-01-01")]
    [InlineData("2025-07-24T00:00:00Z")]
    public void A_date_exists_and_is_written_in_one_form(string text)
    {
        folder.With("subject", new { followers_as_of = text });
        Assert.Equal(
            [
                $"subject.csv(2,12): error RE109: followers_as_of '{text}' is not a date. Expected: a day from "
                    + "1900 to 2099, written 2025-07-24.",
            ],
            folder.Problems()
        );
    }

    public void Dispose() => folder.Dispose();
}
