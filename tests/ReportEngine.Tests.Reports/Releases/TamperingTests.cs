using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using ReportEngine.Releases;

namespace ReportEngine.Tests.Reports.Releases;

/// <summary>A small release made by hand, then changed in every way somebody might.</summary>
public sealed class TamperingTests
{
    private static readonly string Digest = new('a', 64);

    private readonly string folder = Path.Combine(Sample.TemporaryFolder(), "release");
    private readonly string keys = Path.Combine(Sample.TemporaryFolder(), "keys");

    public TamperingTests()
    {
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        File.WriteAllText(At("data/also.csv"), "a\r\n");
        File.WriteAllText(At("data/one.csv"), "a,b\r\n1,2\r\n");
        File.WriteAllText(At("report.html"), "<p>one</p>\n");
        Seal();
    }

    [Fact]
    public void An_untouched_release_is_verified()
    {
        var verified = Verification.Run(new VerificationRequest(folder), Installation.Find());

        Assert.Equal(
            (3, 24, null, false, false),
            (verified.Files, verified.Bytes, verified.KeyFingerprint, verified.CarriesSignature, verified.Rebuilt)
        );
        Assert.StartsWith("response-times-2025-Q4-public-en-", verified.Release, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_was_changed_is_told_together()
    {
        File.WriteAllText(At("report.html"), "<p>two</p>\n");
        File.Delete(At("data/one.csv"));
        File.WriteAllText(At("data/also.csv"), "longer");
        File.WriteAllText(At("data/.hidden"), "");
        Directory.CreateDirectory(At("data/charts"));

        Assert.Equal(
            [
                "RE523 data/also.csv",
                "RE524 data/one.csv",
                "RE523 report.html",
                "RE525 data/.hidden",
                "RE525 data/charts",
            ],
            Problems().Select(problem => problem.Code + " " + Path.GetRelativePath(folder, problem.Place))
        );
    }

    [Fact]
    public void A_file_of_another_length_is_told_without_being_read()
    {
        using (var file = File.OpenWrite(At("report.html")))
        {
            file.SetLength(1L << 40); // sparse; reading it would take hours
        }
        Assert.Contains(
            "1099511627776 bytes. Expected: 11 bytes, as the manifest says.",
            Assert.Single(Problems()).ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Links_are_told_and_not_followed()
    {
        var outside = Sample.TemporaryFolder();
        File.WriteAllText(Path.Combine(outside, "secret"), "");
        File.Copy(At("report.html"), Path.Combine(outside, "report.html"));
        File.Delete(At("report.html"));
        File.CreateSymbolicLink(At("report.html"), Path.Combine(outside, "report.html"));
        Directory.CreateSymbolicLink(At("data/outside"), outside);
        File.CreateSymbolicLink(At("data/nowhere"), "/nowhere");
        Directory.CreateSymbolicLink(At("data/loop"), folder);

        Assert.Equal(
            ["RE524 report.html", "RE525 data/loop", "RE525 data/nowhere", "RE525 data/outside", "RE525 report.html"],
            Problems().Select(problem => problem.Code + " " + Path.GetRelativePath(folder, problem.Place))
        );
    }

    [Fact]
    public void A_folder_replaced_by_a_link_hides_nothing()
    {
        Directory.Move(At("data"), folder + ".data");
        Directory.CreateSymbolicLink(At("data"), folder + ".data");

        Assert.Equal(["RE524", "RE524", "RE525"], Problems().Select(problem => problem.Code));
    }

    [ToolTheory("mkfifo")]
    [InlineData("report.html", "RE523")]
    [InlineData("manifest.json", "RE521")]
    [InlineData("another", "RE525")]
    public void A_pipe_is_not_waited_for(string name, string code)
    {
        File.Delete(At(name));
        Process.Start("mkfifo", At(name)).WaitForExit();

        Assert.Equal(code, Assert.Single(Problems()).Code);
    }

    [Theory]
    [InlineData("../report.html")]
    [InlineData("data/../../report.html")]
    [InlineData("./report.html")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/report.html")]
    [InlineData("data\\one.csv")]
    [InlineData("")]
    [InlineData("data//one.csv")]
    [InlineData("data/")]
    [InlineData("manifest.json")]
    [InlineData("Manifest.JSON.sig")]
    [InlineData("report\u0000.html")]
    [InlineData("report\u202e.html")]
    [InlineData("report.html ")]
    [InlineData("report.html", "report.html")]
    [InlineData("report.html", "Report.HTML")]
    public void A_path_that_leads_elsewhere_is_not_opened(params string[] paths)
    {
        Seal(manifest =>
            manifest with
            {
                Files =
                [
                    .. manifest
                        .Files.Where(file => !paths.Contains(file.Path))
                        .Concat(paths.Select(path => new ManifestFile(path, 11, Digest)))
                        .OrderBy(file => file.Path, StringComparer.Ordinal),
                ],
            }
        );

        Assert.Single(Problems(), problem => problem.Code == "RE522");
    }

    [Theory]
    [InlineData("version", "3", "It has the version 3.")]
    [InlineData("version", "\"1\"", "What stands at $.version is missing, unknown or of the wrong type.")]
    [InlineData("files", "{}", "What stands at $.files is")]
    [InlineData("files", "[null]", "It holds null where a value should stand.")]
    [InlineData("files", "null", "missing, unknown or of the wrong type")]
    [InlineData("files", "[{\"bytes\":1.5,\"path\":\"x\",\"sha256\":\"\"}]", "What stands at $.files[0].bytes is")]
    [InlineData("files", "[{\"bytes\":1e300,\"path\":\"x\",\"sha256\":\"\"}]", "What stands at $.files[0].bytes is")]
    [InlineData("files", "[{\"bytes\":1,\"path\":7,\"sha256\":\"\"}]", "What stands at $.files[0].path is")]
    [InlineData("files", "[{\"bytes\":1,\"path\":\"x\"}]", "missing, unknown or of the wrong type")]
    [InlineData("files", "[{\"bytes\":0,\"path\":\"x\",\"sha256\":\"\"}]", "A file in it is empty.")]
    [InlineData("extra", "1", "missing, unknown or of the wrong type")]
    [InlineData("period", "\"2025-Q9\"", "Its period '2025-Q9' is none.")]
    [InlineData("cutOff", "\"9999-01-01T00:00:00Z\"", "Its cut-off '9999-01-01T00:00:00Z' is none.")]
    [InlineData("release", "\"mine\"", "Its release 'mine' is not what its content gives.")]
    [InlineData("previousRelease", "\"ABC\"", "A digest is not 64 digits of lower-case hexadecimal.")]
    public void A_malformed_manifest_is_told_in_words(string member, string value, string expected)
    {
        var manifest = JsonNode.Parse(File.ReadAllText(At("manifest.json")))!.AsObject();
        manifest[member] = JsonNode.Parse(value);
        File.WriteAllBytes(At("manifest.json"), CanonicalJson.Write(manifest));

        Assert.Contains(
            Problems(),
            problem => problem.Code == "RE521" && problem.Found.Contains(expected, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("[]\n")]
    [InlineData("null\n")]
    [InlineData("{}\n")]
    public void A_manifest_that_is_none_is_told_in_words(string content)
    {
        File.WriteAllText(At("manifest.json"), content);

        Assert.Equal("RE521", Assert.Single(Problems()).Code);
    }

    [Fact]
    public void A_manifest_in_another_form_missing_or_endless_is_refused()
    {
        File.WriteAllText(At("manifest.json"), JsonNode.Parse(File.ReadAllText(At("manifest.json")))!.ToString());
        Assert.Contains("canonical form", Assert.Single(Problems()).Found, StringComparison.Ordinal);
        using (var file = File.OpenWrite(At("manifest.json")))
        {
            file.SetLength(1L << 40);
        }
        Assert.Equal("RE521", Assert.Single(Problems()).Code);
        File.Delete(At("manifest.json"));
        Assert.Equal("RE521", Assert.Single(Problems()).Code);
        File.CreateSymbolicLink(At("manifest.json"), "/etc/hostname");
        Assert.Equal("RE521", Assert.Single(Problems()).Code);
    }

    [Fact]
    public void A_signature_must_be_there_and_hold()
    {
        var fingerprint = SigningKey.Create(keys, null);
        SigningKey.Create(keys + "/other", null);
        Assert.Contains("There is no signature", Assert.Single(Problems("public.pem")).Found, StringComparison.Ordinal);

        Sign();
        Assert.Equal(
            fingerprint,
            Verification
                .Run(new VerificationRequest(folder, PublicKey: keys + "/public.pem"), Installation.Find())
                .KeyFingerprint
        );
        Assert.True(Verification.Run(new VerificationRequest(folder), Installation.Find()).CarriesSignature);
        Assert.Equal("RE526", Assert.Single(Problems("other/public.pem")).Code);

        File.WriteAllText(At("report.html"), "<p>two</p>\n");
        Seal();
        Assert.Equal("RE526", Assert.Single(Problems("public.pem")).Code);
        File.WriteAllText(At("manifest.json.sig"), new string('x', 100_000));
        File.Delete(At("report.html"));
        Assert.Equal(["RE526", "RE524"], Problems("public.pem").Select(problem => problem.Code));
    }

    [Fact]
    public void What_is_no_folder_is_wrong_usage() =>
        Assert.Equal(
            ExitCode.WrongUsage,
            Assert
                .Throws<ReportException>(() =>
                    Verification.Run(new VerificationRequest(folder + "x"), Installation.Find())
                )
                .ExitCode
        );

    private IReadOnlyList<Problem> Problems(string? key = null)
    {
        var failed = Assert.Throws<ReportException>(() =>
            Verification.Run(
                new VerificationRequest(folder, PublicKey: key is null ? null : Path.Combine(keys, key)),
                Installation.Find()
            )
        );
        Assert.Equal(ExitCode.DataFailed, failed.ExitCode);
        return failed.Problems;
    }

    /// <summary>Writes the manifest of what is in the folder, as somebody would who cannot sign.</summary>
    private void Seal(Func<Manifest, Manifest>? change = null)
    {
        var files = Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(folder, file), Content: File.ReadAllBytes(file)))
            .Where(file => !file.Path.StartsWith("manifest", StringComparison.Ordinal))
            .Select(file => new ManifestFile(file.Path, file.Content.Length, Manifest.Sha256(file.Content)))
            .OrderBy(file => file.Path, StringComparer.Ordinal);
        var none = new Dictionary<string, string>();
        var manifest = new Manifest(
            Manifest.CurrentVersion,
            "",
            null,
            null,
            "0.1.0",
            "response-times",
            "Response times",
            true,
            "2025-Q4",
            "2026-01-15T18:59:59Z",
            "public",
            EditionRules.Current,
            "en",
            ["csv"],
            new ManifestInputs(
                new ReportEngine.Cases.Snapshot(Digest, new Dictionary<string, long>()),
                none,
                none,
                none,
                none,
                none
            ),
            [.. files]
        );
        File.WriteAllBytes(At("manifest.json"), (change?.Invoke(manifest) ?? manifest).Named().Write());
    }

    private void Sign()
    {
        using var key = SigningKey.ReadPrivate(keys + "/private.pem", null);
        File.WriteAllBytes(At("manifest.json.sig"), Signature.Of(File.ReadAllBytes(At("manifest.json")), key));
    }

    private string At(string path) => Path.Combine(folder, path);
}
