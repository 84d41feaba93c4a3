using System.Globalization;
using System.Xml.Linq;

namespace ReportEngine.Web;

/// <summary>The releases as an Atom feed (RFC 4287), newest first.</summary>
internal static class Feed
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static void Map(IEndpointRouteBuilder site) =>
        site.MapMethods(
                "/feed.atom",
                Files.Reading,
                (Shelf shelf, HttpContext context) =>
                {
                    var root = Addresses.Root(context.Request);
                    var open = shelf.Archive();
                    var feed = new XElement(
                        Atom + "feed",
                        new XElement(Atom + "title", "Releases"),
                        new XElement(Atom + "id", root + "/"),
                        new XElement(
                            Atom + "updated",
                            open.Count == 0 ? "1970-01-01T00:00:00Z" : open[0].Entry.ReleaseAt
                        ),
                        new XElement(Atom + "author", new XElement(Atom + "name", "ReportEngine")),
                        new XElement(
                            Atom + "link",
                            new XAttribute("rel", "self"),
                            new XAttribute("href", root + "/feed.atom")
                        ),
                        open.Select(release => new XElement(
                            Atom + "entry",
                            new XElement(
                                Atom + "title",
                                string.Create(
                                    CultureInfo.InvariantCulture,
                                    $"{release.Manifest.Title}, {release.Entry.Period}, version {release.Entry.Version}"
                                )
                            ),
                            new XElement(Atom + "id", root + Addresses.Of(release.Entry)),
                            new XElement(Atom + "updated", release.Entry.ReleaseAt),
                            new XElement(
                                Atom + "link",
                                new XAttribute("rel", "alternate"),
                                new XAttribute("href", root + Addresses.Of(release.Entry))
                            ),
                            new XElement(Atom + "summary", release.Entry.IsFinal ? "Final" : "Provisional")
                        ))
                    );
                    return Results.Text(
                        new XDeclaration("1.0", "utf-8", null) + "\n" + feed,
                        "application/atom+xml",
                        System.Text.Encoding.UTF8
                    );
                }
            )
            .AllowAnonymous();
}
