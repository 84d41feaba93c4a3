using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReportEngine.Releases;
using ReportEngine.Web.State;
using ReportEngine.Web.Work;

namespace ReportEngine.Web.Pages.Auditors;

/// <summary>Verifying a release that somebody sends as a zip, from wherever it is.</summary>
[EnableRateLimiting(Limits.Expensive)]
[RequestSizeLimit(Limits.LongestRelease)]
[RequestFormLimits(MultipartBodyLengthLimit = Limits.LongestRelease)]
public sealed class VerifyModel(Office office, SiteOptions options) : OfficePage(office, options)
{
    public VerifiedRelease? Verified { get; private set; }

    /// <summary>It is also held against the stores of this office.</summary>
    public bool IsOurs { get; private set; } = true;

    public async Task<IActionResult> OnPostAsync(IFormFile? release, IFormFile? key, bool ours)
    {
        IsOurs = ours;
        if (release is null)
        {
            Problems = [new Problem("upload", "RE568", "No file was sent.", "a release as a zip")];
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var digest = "none";
        var upload = Uploads.New(Office);
        try
        {
            var folder = Path.Combine(Office.Uploads, upload);
            var (zip, pem) = (
                Path.Combine(folder, "release.zip"),
                key is null ? null : Path.Combine(folder, "key.pem")
            );
            await Uploads.Save(release, zip);
            if (key is not null)
            {
                await Uploads.Save(key, pem!);
            }
            Tried(
                () =>
                {
                    var unpacked = ReleaseZip.Unpack(zip, Path.Combine(folder, "release"));
                    var manifest = ReleaseFolder.ReadSmall(unpacked, Manifest.FileName, Verification.LongestManifest);
                    digest = manifest is null ? digest : Manifest.Sha256(manifest);
                    Verified = Verification.Run(
                        new VerificationRequest(
                            unpacked,
                            null,
                            pem,
                            ours ? Office.StoreFor(EditionOf(manifest), Options.Releases) : null
                        ),
                        Options.Installation
                    );
                },
                folder
            );
            Log(
                Act.Verified,
                "an uploaded release, manifest " + digest + (Verified is null ? ", not sound" : ", sound")
            );
        }
        finally
        {
            Uploads.Delete(Office, upload);
        }
        return Page();
    }

    /// <summary>As its manifest says; what it says is judged by the verification.</summary>
    private static string EditionOf(byte[]? manifest)
    {
        try
        {
            return manifest is null ? "" : Manifest.Read(manifest).Edition;
        }
        catch (FormatException)
        {
            return "";
        }
    }
}
