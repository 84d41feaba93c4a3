using System.Globalization;
using ReportEngine.Documents;
using ReportEngine.Figures;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace ReportEngine.Templates;

/// <summary>Reads templates/editions.yaml: the least count of accounts or persons that each edition shows.</summary>
public static class EditionFile
{
    private const string Place = "templates/editions.yaml";

    /// <summary>The rules by the id of the edition.</summary>
    /// <exception cref="ReportException">
    /// The file cannot be read, leaves an edition out, or protects the public edition too little.
    /// </exception>
    public static IReadOnlyDictionary<string, DisclosureRules> Read(string templatesFolder)
    {
        var path = Path.Combine(templatesFolder, "editions.yaml");
        if (!File.Exists(path))
        {
            throw Refusal("There is no such file.");
        }
        try
        {
            var content =
                new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>?>(File.ReadAllText(path))
                ?? [];
            return Edition.All.ToDictionary(
                edition => edition.Id,
                edition => Rules(edition, content.GetValueOrDefault(edition.Id))
            );
        }
        catch (YamlException error)
        {
            throw Refusal("The file cannot be read: " + error.Message);
        }
    }

    private static DisclosureRules Rules(Edition edition, string? written)
    {
        var rules =
            written == "none" ? DisclosureRules.None
            : long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var least) && least > 0
                ? new DisclosureRules(least)
            : throw Refusal($"'{edition.Id}' has no least count: '{written}'.");
        return edition.Id != Edition.Public || rules.LeastCount >= DisclosureRules.LowestPublic
            ? rules
            : throw Refusal($"The public edition would show counts under {DisclosureRules.LowestPublic}: '{written}'.");
    }

    private static ReportException Refusal(string found) =>
        new(
            ExitCode.WrongUsage,
            new Problem(
                Place,
                "RE213",
                found,
                "for public, official and auditor a whole number or 'none'; for public 3 or more"
            )
        );
}
