using ReportEngine.Figures;
using ReportEngine.Templates;

namespace ReportEngine.Tests.Templates;

public sealed class EditionFileDisclosureTests
{
    [Fact]
    public void Editions_come_with_the_least_counts_of_the_statistical_rules()
    {
        var rules = EditionFile.Read(Installation.Find().Templates);

        Assert.Equal(
            (5, 3, null),
            (rules["public"].LeastCount, rules["official"].LeastCount, rules["auditor"].LeastCount)
        );
    }

    [Theory]
    [InlineData("public: 2\nofficial: 3\nauditor: none\n")]
    [InlineData("public: none\nofficial: 3\nauditor: none\n")]
    [InlineData("official: 3\nauditor: none\n")]
    [InlineData("public: five\nofficial: 3\nauditor: none\n")]
    [InlineData("public: -5\nofficial: 3\nauditor: none\n")]
    [InlineData("public: [5]\n")]
    [InlineData("")]
    [InlineData(null)]
    public void File_that_protects_too_little_or_cannot_be_read_is_refused(string? content)
    {
        var folder = Sample.TemporaryFolder();
        if (content is not null)
        {
            File.WriteAllText(Path.Combine(folder, "editions.yaml"), content);
        }

        var error = Assert.Throws<ReportException>(() => EditionFile.Read(folder));

        Assert.Equal("RE213", Assert.Single(error.Problems).Code);
    }

    [Fact]
    public void Public_edition_may_go_down_to_three()
    {
        var folder = Sample.TemporaryFolder();
        File.WriteAllText(Path.Combine(folder, "editions.yaml"), "public: 3\nofficial: 3\nauditor: none\n");

        Assert.Equal(DisclosureRules.LowestPublic, EditionFile.Read(folder)["public"].LeastCount);
    }
}
