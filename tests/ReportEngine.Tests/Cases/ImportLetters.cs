using ReportEngine.Cases;

namespace ReportEngine.Tests.Cases;

/// <summary>Letters that no font of PDFs has are told at the import, with their row; they stop nothing.</summary>
public sealed class ImportLetters : IDisposable
{
    private readonly CsvFolder folder = new();

    [Theory]
    [InlineData("小红书")]
    [InlineData("বাংলা")]
    [InlineData("שלום")]
    [InlineData("Telegram 📱")]
    [InlineData("ادارہ کوردی ڕێکخراوی")]
    [InlineData("한국어 ライン ไทย தமிழ் አማርኛ")]
    [InlineData("zero\u200Cwidth \u202Etxen")]
    public void Names_in_the_scripts_of_the_world_pass(string name) => Assert.Empty(WarningsOf(name));

    [Fact]
    public void A_letter_that_no_font_has_is_told_with_its_row_and_taken()
    {
        var warning = Assert.Single(WarningsOf("Akkad 𒀀"));

        Assert.Equal(Severity.Warning, warning.Severity);
        Assert.Equal(
            "organisation.csv(3,2): warning RE136: name 'Akkad 𒀀' holds 𒀀 (U+12000), which no font of PDFs has. "
                + "Expected: a letter that is printed; PDFs and pictures show the sign U+FFFD in its place.",
            warning.ToString().Replace(folder.Folder + "/", "", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Letters_are_told_beside_what_refuses_the_import()
    {
        folder
            .With("organisation", new { org_id = "org-2", name = "𒀀" })
            .With("organisation", new { org_id = "org-3" });

        Assert.Equal(
            ["RE107", "RE136"],
            folder.Problems().Select(problem => problem.Split(": ")[1].Split(' ')[1]).Order(StringComparer.Ordinal)
        );
    }

    public void Dispose() => folder.Dispose();

    private IReadOnlyList<Problem> WarningsOf(string name)
    {
        folder.With("organisation", new { org_id = "org-2", name });
        folder.Write();
        return Import.Folder(folder.Folder, folder.DatabaseFile).Warnings;
    }
}
