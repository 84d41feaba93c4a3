namespace ReportEngine.Tests.Cases;

/// <summary>Codes and names that a person cannot tell apart, and keys that would become others.</summary>
public sealed class ImportNames : IDisposable
{
    private readonly CsvFolder folder = new();

    [Theory]
    [InlineData("Facebook")]
    [InlineData("FACEBOOK")]
    [InlineData(" Facebook  ")]
    [InlineData("Face\u200Bbook")]
    [InlineData("\uFF26acebook")]
    public void Two_platforms_with_a_name_that_looks_the_same_are_told(string name)
    {
        folder.With(
            "platform",
            new
            {
                platform_id = "other",
                name,
                owner = "Owner",
            }
        );

        Assert.Contains(
            "platform.csv(8,2): error RE133: name '",
            Assert.Single(folder.Problems()),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("X")]
    [InlineData("x ")]
    [InlineData("\u200Dx")]
    public void Codes_that_look_the_same_are_told(string code)
    {
        folder.With(
            "platform",
            new
            {
                platform_id = code,
                name = "Another",
                owner = "Owner",
            }
        );

        Assert.Contains(
            "platform.csv(8,1): error RE134: platform_id '",
            Assert.Single(folder.Problems()),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_composed_letter_and_the_same_in_two_parts_are_one_name()
    {
        folder
            .With("organisation", new { org_id = "org-2", name = "\u00C9lan" })
            .With("organisation", new { org_id = "org-3", name = "E\u0301lan" });

        Assert.Contains("RE133", Assert.Single(folder.Problems()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("007", "7")]
    [InlineData("-0", "0")]
    [InlineData("00", "0")]
    public void A_key_that_would_become_another_is_told(string key, string number)
    {
        folder.With("subject", new { subject_id = key });

        Assert.Equal(
            $"subject.csv(2,1): error RE135: subject_id '{key}' would become {number}. Expected: {number}, "
                + "without zeros "
                + "before it or a sign before 0.",
            folder.Problems()[0]
        );
    }

    [Fact]
    public void A_number_of_things_may_begin_with_a_zero()
    {
        folder.With("subject", new { subject_id = 1, followers_at_referral = "007" });

        folder.Import();
    }

    public void Dispose() => folder.Dispose();
}
