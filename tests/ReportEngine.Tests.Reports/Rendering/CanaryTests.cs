using System.IO.Compression;
using System.Text;
using ReportEngine.Tests.Cases;
using UglyToad.PdfPig;

namespace ReportEngine.Tests.Reports.Rendering;

/// <summary>
/// Who reviewed, under which reference, by which evidence: a mark in each such column, looked for in every byte of the
/// public edition.
/// </summary>
public sealed class CanaryTests
{
    private const string Canary = "Zxq7canary";

    [Fact]
    public void The_public_edition_holds_nothing_of_what_stays_in_the_register()
    {
        var folder = new CsvFolder();
        for (var day = 1; day <= 28; day++)
        {
            var id = folder.Referral(
                day % 2 == 0 ? "x" : "telegram",
                FormattableString.Invariant($"2025-10-{day:00}T06:00:00Z"),
                day % 3 == 0 ? "removed_global" : null,
                FormattableString.Invariant($"2025-10-{day:00}T09:00:00Z")
            );
            folder.With(
                "assessment",
                new
                {
                    subject_id = id,
                    assessed_at = FormattableString.Invariant($"2025-10-{day:00}T05:00:00Z"),
                    analyst_role = Canary + "a",
                    second_reviewer_role = Canary + "b",
                }
            );
        }
        folder
            .With(
                "submission",
                new
                {
                    submission_id = 900,
                    submitted_at = "2025-10-05T00:00:00Z",
                    external_ref = Canary + "c",
                }
            )
            .With(
                "subject",
                new
                {
                    subject_id = 900,
                    first_seen_at = "2025-10-01T00:00:00Z",
                    first_detected_at = "2025-10-01T00:00:00Z",
                    language = Canary + "e",
                    country_hint = Canary + "f",
                }
            )
            .With(
                "referral",
                new
                {
                    referral_id = 900,
                    submission_id = 900,
                    subject_id = 900,
                    recorded_at = "2025-10-05T00:00:00Z",
                }
            )
            .With(
                "subject_link",
                new
                {
                    from_subject_id = 900,
                    to_subject_id = 1,
                    decided_at = "2025-11-01T00:00:00Z",
                    decided_role = Canary + "g",
                }
            )
            .WithLines("platform_ask", "ask-1,Local office,Letter,2025-07-24,,1,1")
            .With("commitment_event", new { at = "2025-10-05T00:00:00Z", evidence_ref = Canary + "h" })
            .WithLines(
                "designation",
                "d-1,org-1,pk," + Canary + "i,2025-01-01,,https://example.invalid," + Canary + "j,2025-01-02"
            );
        var output = Sample.TemporaryFolder();
        BuiltSample.Build(folder.Import(), output);

        var files = Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories).ToList();
        Assert.Contains(files, file => file.EndsWith(".pdf", StringComparison.Ordinal));
        Assert.All(
            files,
            file =>
                Assert.DoesNotContain(Canary, Path.GetFileName(file) + TextOf(file), StringComparison.OrdinalIgnoreCase)
        );
    }

    /// <summary>
    /// No folder of the machine and no version of its runtime: what a document says of itself is a closed list.
    /// </summary>
    [Fact]
    public void Documents_say_nothing_of_where_they_were_made() =>
        Assert.All(
            Directory
                .EnumerateFiles(BuiltSample.Output, "*", SearchOption.AllDirectories)
                .Where(file => file.Contains("-en", StringComparison.Ordinal)),
            file =>
            {
                var text = TextOf(file);
                Assert.All(
                    (string[])
                        [
                            Installation.Find().Templates,
                            AppContext.BaseDirectory.TrimEnd('/'),
                            Path.GetTempPath() + "report-engine",
                            Environment.Version.ToString(),
                        ],
                    trace => Assert.DoesNotContain(trace, text, StringComparison.OrdinalIgnoreCase)
                );
                if (file.EndsWith(".pdf", StringComparison.Ordinal))
                {
                    using var pdf = PdfDocument.Open(file);
                    Assert.Empty(
                        pdf.Information.DocumentInformationDictionary!.Data.Keys.Except([
                            "Title",
                            "Author",
                            "Subject",
                            "Keywords",
                            "Creator",
                            "CreationDate",
                            "ModDate",
                            "Producer",
                        ])
                    );
                }
                if (file.EndsWith(".xlsx", StringComparison.Ordinal))
                {
                    using var archive = ZipFile.OpenRead(file);
                    Assert.Empty(
                        archive
                            .Entries.Where(entry => entry.FullName.StartsWith("docProps/", StringComparison.Ordinal))
                            .Select(entry => entry.FullName)
                            .Except(["docProps/core.xml"])
                    );
                    var core = System.Xml.Linq.XDocument.Load(archive.GetEntry("docProps/core.xml")!.Open());
                    Assert.Empty(
                        core.Root!.Elements()
                            .Select(element => element.Name.LocalName)
                            .Except(["title", "creator", "keywords", "language", "created", "modified"])
                    );
                }
            }
        );

    /// <summary>All bytes, those inside a workbook unpacked, and what a PDF says on its pages and of itself.</summary>
    private static string TextOf(string file)
    {
        var text = new StringBuilder(Encoding.Latin1.GetString(File.ReadAllBytes(file)));
        if (file.EndsWith(".xlsx", StringComparison.Ordinal))
        {
            using var archive = ZipFile.OpenRead(file);
            foreach (var entry in archive.Entries)
            {
                using var reader = new StreamReader(entry.Open());
                text.Append(entry.FullName).Append(reader.ReadToEnd());
            }
        }
        if (file.EndsWith(".pdf", StringComparison.Ordinal))
        {
            using var pdf = PdfDocument.Open(file);
            text.AppendJoin('\n', pdf.GetPages().Select(page => page.Text))
                .Append(PdfStructure.Of(pdf))
                .Append(pdf.Information.Title);
        }
        return text.ToString();
    }
}
