namespace ReportEngine.Tests.Reports.Cli;

/// <summary>Key, build --sign and verify, as an office and then a reader run them.</summary>
public sealed class ReleaseCommandTests
{
    private const string Release = "out/response-times/2025-Q4/public-en";

    private readonly string folder = Sample.TemporaryFolder();

    [Fact]
    public void A_signed_release_is_verified_by_key_and_database_and_a_changed_one_fails()
    {
        File.Copy(Sample.Database, Path.Combine(folder, "cases.db"));
        var key = Succeeds("key --output keys", "correct horse");
        var fingerprint = key.TrimEnd().Split('\n')[^1];
        Assert.StartsWith(
            "-----BEGIN ENCRYPTED PRIVATE KEY-----",
            File.ReadAllText(Path.Combine(folder, "keys/private.pem")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "manifest.json.sig",
            Succeeds("build response-times --database cases.db --sign keys/private.pem", "correct horse"),
            StringComparison.Ordinal
        );

        Assert.Matches(
            "^verified: [0-9]+ files, [0-9,]+ bytes, release response-times-2025-Q4-public-en-[0-9a-f]{16}, "
                + "signature not checked \\(no --key\\)\n$",
            Succeeds("verify " + Release)
        );
        Assert.EndsWith(
            $", signed by the key {fingerprint}, the same bytes when built again\n",
            Succeeds($"verify {Release} --key keys/public.pem --database cases.db"),
            StringComparison.Ordinal
        );

        Succeeds("key --output other");
        Assert.Equal((1, "RE526"), Fails($"verify {Release} --key other/public.pem"));
        File.AppendAllText(Path.Combine(folder, Release, "data/response-times-by-platform.csv"), "\r\n");
        Assert.Equal((1, "RE523"), Fails($"verify {Release} --key keys/public.pem"));
        Assert.Equal((1, "RE523 RE529"), Fails($"verify {Release} --database cases.db"));
    }

    [Fact]
    public void A_release_without_signature_says_so()
    {
        Succeeds("build response-times --format csv");

        Assert.EndsWith(", not signed\n", Succeeds("verify " + Release), StringComparison.Ordinal);
        Assert.Equal((2, "RE310"), Fails($"verify {Release} --database nowhere.db"));
    }

    [Theory]
    [InlineData("verify nowhere", "RE520")]
    [InlineData("verify . --key nowhere.pem", "RE527")]
    [InlineData("verify", "RE001")]
    [InlineData("key", "RE001")]
    [InlineData("build --sign nowhere.pem", "RE527")]
    public void Wrong_usage_ends_with_two_and_writes_nothing(string command, string code)
    {
        Assert.Equal((2, code), Fails(command));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public void Keys_are_never_overwritten_and_an_encrypted_one_needs_its_password()
    {
        Succeeds("key --output .", "correct horse");
        var before = File.ReadAllText(Path.Combine(folder, "private.pem"));

        Assert.Equal((2, "RE527 RE527"), Fails("key --output ."));
        Assert.Equal((2, "RE527"), Fails("build --sign private.pem"));
        Assert.Equal((2, "RE527"), Fails("build --sign private.pem", "wrong horse"));
        Assert.Equal(before, File.ReadAllText(Path.Combine(folder, "private.pem")));
        Assert.False(Directory.Exists(Path.Combine(folder, "out")));
    }

    [Fact]
    public void A_folder_without_a_manifest_fails() => Assert.Equal((1, "RE521"), Fails("verify ."));

    private string Succeeds(string command, string? password = null)
    {
        var (code, output, errors) = CommandProcess.Run(
            folder,
            command,
            ("REPORT_ENGINE_KEY_PASSWORD", password ?? "")
        );
        Assert.True(code == 0, errors);
        return output;
    }

    /// <summary>The exit code, and the code of each line of the errors.</summary>
    private (int Code, string Problems) Fails(string command, string? password = null)
    {
        var (code, output, errors) = CommandProcess.Run(
            folder,
            command,
            ("REPORT_ENGINE_KEY_PASSWORD", password ?? "")
        );
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("verified", output, StringComparison.Ordinal);
        return (
            code,
            string.Join(
                ' ',
                errors
                    .TrimEnd()
                    .Split('\n')
                    .Select(line => line.Split(": error "))
                    .Where(parts => parts.Length > 1)
                    .Select(parts => parts[1][..5])
            )
        );
    }
}
