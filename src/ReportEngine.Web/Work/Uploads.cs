using System.Security.Cryptography;

namespace ReportEngine.Web.Work;

/// <summary>Files that somebody uploaded, in folders with names of ours, for as long as they are needed.</summary>
internal static class Uploads
{
    /// <summary>Beside the files of an import, what was wrong with them.</summary>
    public const string Problems = "problems.json";

    /// <summary>A new folder, with a name nobody can guess.</summary>
    public static string New(Office office)
    {
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        Office.Create(Path.Combine(office.Uploads, name));
        return name;
    }

    public static async Task Save(IFormFile file, string path)
    {
        await using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await file.CopyToAsync(target);
    }

    public static void Delete(Office office, string name)
    {
        if (Directory.Exists(Path.Combine(office.Uploads, name)))
        {
            Directory.Delete(Path.Combine(office.Uploads, name), recursive: true);
        }
    }
}
