using System.Security.Cryptography;
using System.Text;

namespace ReportEngine.Releases;

/// <summary>
/// The pair of keys on P-256 that signs releases: private.pem (PKCS #8, encrypted when there is a password) and
/// public.pem (SubjectPublicKeyInfo).
/// </summary>
public static class SigningKey
{
    public const string PrivateFile = "private.pem";
    public const string PublicFile = "public.pem";

    private const string Curve = "1.2.840.10045.3.1.7"; // P-256, also called prime256v1 and secp256r1
    private const int LongestPem = 64 * 1024;

    private static readonly PbeParameters Encryption = new(
        PbeEncryptionAlgorithm.Aes256Cbc,
        HashAlgorithmName.SHA256,
        600_000
    );

    /// <summary>
    /// Makes a pair in a folder; the private key can be read by its owner alone. Returns the public key's fingerprint.
    /// </summary>
    /// <exception cref="ReportException">
    /// One of the files is there already (usage), or cannot be written (environment).
    /// </exception>
    public static string Create(string folder, string? password)
    {
        string[] files = [Path.Combine(folder, PrivateFile), Path.Combine(folder, PublicFile)];
        if (OutputFolder.Obstacle(folder) is { } obstacle)
        {
            throw new ReportException(ExitCode.WrongUsage, obstacle);
        }
        var existing = files
            .Where(Path.Exists)
            .Select(file =>
                Problem(
                    file,
                    "The file exists already.",
                    "a folder without keys",
                    "Keys are never overwritten. Choose another folder."
                )
            )
            .ToList();
        if (existing.Count > 0)
        {
            throw new ReportException(ExitCode.WrongUsage, existing);
        }
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var made = new List<string>();
        try
        {
            Directory.CreateDirectory(folder);
            Write(
                files[0],
                password is null
                    ? key.ExportPkcs8PrivateKeyPem()
                    : key.ExportEncryptedPkcs8PrivateKeyPem(password, Encryption),
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                made
            );
            Write(
                files[1],
                key.ExportSubjectPublicKeyInfoPem(),
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
                made
            );
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            made.ForEach(File.Delete);
            throw new ReportException(
                ExitCode.EnvironmentFailed,
                Problem(
                    folder,
                    "The keys cannot be written: " + error.Message,
                    "a folder that can be written to",
                    "No key was kept."
                )
            );
        }
        return Fingerprint(key);
    }

    /// <exception cref="ReportException">
    /// No private key on P-256, or not the password it is encrypted with (usage).
    /// </exception>
    public static ECDsa ReadPrivate(string path, string? password)
    {
        var pem = ReadPem(path);
        if (pem.Contains("ENCRYPTED", StringComparison.Ordinal) && password is null)
        {
            throw new ReportException(
                ExitCode.WrongUsage,
                Problem(
                    path,
                    "The key is encrypted, and no password was given.",
                    null,
                    "Set the environment variable REPORT_ENGINE_KEY_PASSWORD."
                )
            );
        }
        return Import(
            path,
            "a private key on the curve P-256 in PEM, and its password if it has one",
            key =>
            {
                if (pem.Contains("BEGIN ENCRYPTED PRIVATE KEY", StringComparison.Ordinal))
                {
                    key.ImportFromEncryptedPem(pem, password);
                }
                else
                {
                    key.ImportFromPem(pem);
                }
                // A public key would be read as well; it cannot do this.
                key.SignData([], HashAlgorithmName.SHA256);
            }
        );
    }

    /// <exception cref="ReportException">
    /// No public key on P-256, or a private one, which has no business here (usage).
    /// </exception>
    public static ECDsa ReadPublic(string path)
    {
        var pem = ReadPem(path);
        return pem.Contains("PRIVATE KEY", StringComparison.Ordinal)
            ? throw new ReportException(
                ExitCode.WrongUsage,
                Problem(
                    path,
                    "This is a private key.",
                    "the public key, public.pem",
                    "Keep the private key with the person who signs."
                )
            )
            : Import(path, "a public key on the curve P-256 in PEM", key => key.ImportFromPem(pem));
    }

    /// <summary>SHA-256 of the SubjectPublicKeyInfo, to be read out and compared.</summary>
    public static string Fingerprint(ECDsa key) => Manifest.Sha256(key.ExportSubjectPublicKeyInfo());

    private static ECDsa Import(string path, string expected, Action<ECDsa> import)
    {
        var key = ECDsa.Create();
        try
        {
            import(key);
            if (key.ExportParameters(includePrivateParameters: false).Curve is { IsNamed: true, Oid.Value: Curve })
            {
                return key;
            }
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            // Told below: the words of the exception say nothing a person could use.
        }
        key.Dispose();
        throw new ReportException(
            ExitCode.WrongUsage,
            Problem(path, "The key cannot be used.", expected, "Make a pair with 'report-engine key --output DIR'.")
        );
    }

    private static string ReadPem(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: > 0 and <= LongestPem }
                ? File.ReadAllText(path)
                : throw new ReportException(
                    ExitCode.WrongUsage,
                    Problem(
                        path,
                        "There is no key here.",
                        "a key file in PEM",
                        "Make a pair with 'report-engine key --output DIR'."
                    )
                );
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ReportException(
                ExitCode.WrongUsage,
                Problem(path, "The key cannot be read: " + error.Message, "a key file in PEM")
            );
        }
    }

    private static void Write(string path, string pem, UnixFileMode mode, List<string> made)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }
        using var file = new FileStream(path, options);
        made.Add(path);
        file.Write(Encoding.ASCII.GetBytes(pem + "\n"));
    }

    private static Problem Problem(string place, string found, string? expected, string? remedy = null) =>
        new(place, "RE527", found, expected, remedy);
}
