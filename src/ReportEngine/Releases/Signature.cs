using System.Security.Cryptography;

namespace ReportEngine.Releases;

/// <summary>
/// manifest.json.sig: an ECDSA signature on P-256 with SHA-256 over the bytes of manifest.json, as the DER sequence of
/// RFC 3279 that other programs write and read. Each signature draws a random number, so signing twice gives two
/// signatures, both good: the signature is no part of the promise that the same input gives the same bytes.
/// </summary>
public static class Signature
{
    public const string FileName = Manifest.FileName + ".sig";

    /// <summary>Bytes no signature of P-256 in DER exceeds.</summary>
    public const int Longest = 72;

    public static byte[] Of(byte[] manifest, ECDsa key) =>
        key.SignData(manifest, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    /// <summary>False for bytes that are no signature at all, too.</summary>
    public static bool Holds(byte[] signature, byte[] manifest, ECDsa key)
    {
        try
        {
            return signature.Length <= Longest
                && key.VerifyData(manifest, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
