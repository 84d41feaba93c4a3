using System.Diagnostics;
using System.Security.Cryptography;
using ReportEngine.Releases;

namespace ReportEngine.Tests.Reports.Releases;

public sealed class SigningTests
{
    private static readonly byte[] Manifest = "{}\n"u8.ToArray();

    private readonly string folder = Sample.TemporaryFolder();

    [Theory]
    [InlineData(null)]
    [InlineData("correct horse")]
    public void A_signature_holds_for_its_manifest_and_key_alone(string? password)
    {
        var fingerprint = SigningKey.Create(folder, password);
        SigningKey.Create(Path.Combine(folder, "other"), null);
        using var signer = SigningKey.ReadPrivate(PathOf("private.pem"), password);
        using var right = SigningKey.ReadPublic(PathOf("public.pem"));
        using var wrong = SigningKey.ReadPublic(PathOf("other/public.pem"));

        var signature = Signature.Of(Manifest, signer);

        Assert.Equal(fingerprint, SigningKey.Fingerprint(right));
        Assert.True(Signature.Holds(signature, Manifest, right));
        Assert.False(Signature.Holds(signature, Manifest, wrong));
        Assert.False(Signature.Holds(signature, "{} \n"u8.ToArray(), right));
        Assert.False(Signature.Holds([], Manifest, right));
        Assert.False(Signature.Holds([0x30, 0x80], Manifest, right));
        Assert.False(Signature.Holds([.. signature, 0], Manifest, right));
        Assert.InRange(signature.Length, 60, Signature.Longest);
    }

    [Fact]
    public void The_private_key_is_its_owners_alone_and_neither_file_is_overwritten()
    {
        SigningKey.Create(folder, null);
        var before = File.ReadAllText(PathOf("private.pem"));
        File.Delete(PathOf("public.pem"));

        var refused = Assert.Throws<ReportException>(() => SigningKey.Create(folder, null));

        Assert.Equal(ExitCode.WrongUsage, refused.ExitCode);
        Assert.Equal("RE527", Assert.Single(refused.Problems).Code);
        Assert.Equal(before, File.ReadAllText(PathOf("private.pem")));
        Assert.False(File.Exists(PathOf("public.pem")));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PathOf("private.pem")));
        }
    }

    [Fact]
    public void A_link_in_place_of_a_key_is_not_written_through()
    {
        File.CreateSymbolicLink(PathOf("private.pem"), PathOf("elsewhere"));

        Assert.Throws<ReportException>(() => SigningKey.Create(folder, null));

        Assert.False(File.Exists(PathOf("elsewhere")));
        Assert.False(File.Exists(PathOf("public.pem")));
    }

    [Fact]
    public void A_key_that_is_none_is_refused_in_words()
    {
        SigningKey.Create(folder, "correct horse");
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);
        File.WriteAllText(PathOf("p384.pem"), curve.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(PathOf("p384-public.pem"), curve.ExportSubjectPublicKeyInfoPem());
        File.WriteAllText(PathOf("rsa.pem"), rsa.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(PathOf("text.pem"), "no key");
        File.WriteAllText(PathOf("empty.pem"), "");

        Assert.All(
            ["p384.pem", "rsa.pem", "text.pem", "empty.pem", "missing.pem", "public.pem", "private.pem"],
            file => Refused(() => SigningKey.ReadPrivate(PathOf(file), "wrong horse"))
        );
        Refused(() => SigningKey.ReadPrivate(PathOf("private.pem"), null));
        Assert.All(
            ["p384-public.pem", "text.pem", "empty.pem", "missing.pem", "private.pem"],
            file => Refused(() => SigningKey.ReadPublic(PathOf(file)))
        );
    }

    [ToolTheory("openssl")]
    [InlineData("openssl dgst -sha256 -verify public.pem -signature m.sig m", 0)]
    [InlineData("openssl dgst -sha256 -verify other/public.pem -signature m.sig m", 1)]
    public async Task Another_program_checks_our_signature(string command, int exitCode)
    {
        SigningKey.Create(folder, null);
        SigningKey.Create(Path.Combine(folder, "other"), null);
        using var signer = SigningKey.ReadPrivate(PathOf("private.pem"), null);
        await File.WriteAllBytesAsync(PathOf("m"), Manifest);
        await File.WriteAllBytesAsync(PathOf("m.sig"), Signature.Of(Manifest, signer));

        Assert.Equal(exitCode, await Run(command));
    }

    [ToolTheory("openssl")]
    [InlineData("openssl ecparam -name prime256v1 -genkey -out private.pem")]
    [InlineData("openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out private.pem")]
    public async Task Keys_and_signatures_of_another_program_are_read(string command)
    {
        Assert.Equal(0, await Run(command));
        Assert.Equal(0, await Run("openssl pkey -in private.pem -pubout -out public.pem"));
        await File.WriteAllBytesAsync(PathOf("m"), Manifest);
        Assert.Equal(0, await Run("openssl dgst -sha256 -sign private.pem -out m.sig m"));
        using var signer = SigningKey.ReadPrivate(PathOf("private.pem"), null);
        using var reader = SigningKey.ReadPublic(PathOf("public.pem"));

        Assert.True(Signature.Holds(await File.ReadAllBytesAsync(PathOf("m.sig")), Manifest, reader));
        Assert.True(Signature.Holds(Signature.Of(Manifest, signer), Manifest, reader));
    }

    private static void Refused(Func<ECDsa> read)
    {
        var refused = Assert.Throws<ReportException>(read);
        Assert.Equal((ExitCode.WrongUsage, "RE527"), (refused.ExitCode, Assert.Single(refused.Problems).Code));
    }

    private async Task<int> Run(string command)
    {
        var words = command.Split(' ');
        using var process = Process.Start(
            new ProcessStartInfo(words[0], words[1..])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private string PathOf(string name) => Path.Combine(folder, name);
}
