using ReportEngine.Documents;
using ReportEngine.Releases;
using UglyToad.PdfPig;

namespace ReportEngine.Tests.Reports.Releases;

public sealed class ArchiveTests
{
    [Fact]
    public void The_auditors_pdf_is_an_archive_whose_files_verify_on_their_own()
    {
        var files = BuiltSample
            .Auditor.Select(file => file.Path)
            .Where(file => file.EndsWith(".pdf", StringComparison.Ordinal))
            .ToList();

        Assert.Equal(4, files.Count);
        Assert.All(
            files,
            file =>
            {
                using var pdf = PdfDocument.Open(file);
                Assert.True(pdf.TryGetXmpMetadata(out var metadata));
                var xmp = metadata.GetXDocument().ToString();
                Assert.Contains("<pdfaid:part>3</pdfaid:part>", xmp, StringComparison.Ordinal);
                Assert.Contains("<pdfaid:conformance>A</pdfaid:conformance>", xmp, StringComparison.Ordinal);

                Assert.True(pdf.Advanced.TryGetEmbeddedFiles(out var attached));
                var folder = Sample.TemporaryFolder();
                foreach (var one in attached)
                {
                    File.WriteAllBytes(Path.Combine(folder, one.Name), one.Memory.ToArray());
                }
                Assert.Contains(attached, one => one.Name == "datapackage.json");
                Verification.Run(new VerificationRequest(folder), Installation.Find());
            }
        );
    }
}
