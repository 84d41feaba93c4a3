using System.Net;
using System.Text.RegularExpressions;

namespace ReportEngine.Tests.Reports.Web;

/// <summary>A person with a browser that keeps cookies and follows nothing by itself.</summary>
public sealed partial class TestPerson : IDisposable
{
    public TestPerson(Uri address) =>
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies })
        {
            BaseAddress = address,
        };

    public HttpClient Client { get; }

    public CookieContainer Cookies { get; } = new();

    public HttpResponseMessage Get(string address) => Client.GetAsync(new Uri(address, UriKind.Relative)).Result;

    public string Text(string address)
    {
        using var answer = Get(address);
        Assert.True(answer.IsSuccessStatusCode, address + " " + (int)answer.StatusCode);
        return TextOf(answer);
    }

    public static string TextOf(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(answer.Content.ReadAsStringAsync().Result).Replace('\u00a0', ' ');

    /// <summary>As it was sent, with every sign escaped that was.</summary>
    public static string HtmlOf(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync().Result;

    public byte[] Bytes(string address) => Client.GetByteArrayAsync(new Uri(address, UriKind.Relative)).Result;

    /// <summary>Sends a form with the token of the page it stands on.</summary>
    public HttpResponseMessage Post(string address, params (string Name, string Value)[] fields) =>
        Post(
            address,
            new FormUrlEncodedContent([
                .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
                KeyValuePair.Create(TokenField, TokenOf(address)),
            ])
        );

    /// <summary>Checks an order as a person does, and builds what was checked.</summary>
    public HttpResponseMessage Order(params (string Name, string Value)[] fields) =>
        Post("/office/new", [.. fields, ("checked", CheckedOf(fields))]);

    /// <summary>What the button beside the checks of an order stands for.</summary>
    public string CheckedOf(params (string Name, string Value)[] fields)
    {
        using var checks = Get(
            "/office/new?check=true"
                + string.Concat(fields.Select(field => "&" + field.Name + "=" + Uri.EscapeDataString(field.Value)))
        );
        return CheckedAs().Match(TextOf(checks)) is { Success: true } match ? match.Groups[1].Value : "";
    }

    /// <summary>Sends a form that has to be answered with this status.</summary>
    public void Post(string address, HttpStatusCode expected, params (string, string)[] fields)
    {
        using var answer = Post(address, fields);
        Assert.True(expected == answer.StatusCode, address + " " + answer.StatusCode + TextOf(answer));
    }

    public HttpResponseMessage Send(string address, params (string Name, string FileName, byte[] Content)[] files) =>
        Send(address, [], files);

    public HttpResponseMessage Send(
        string address,
        (string Name, string Value)[] fields,
        (string Name, string FileName, byte[] Content)[] files
    )
    {
        using var form = new MultipartFormDataContent { { new StringContent(TokenOf(address)), TokenField } };
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }
        foreach (var (name, fileName, content) in files)
        {
            form.Add(new ByteArrayContent(content), name, fileName);
        }
        return Post(address, form);
    }

    public HttpResponseMessage Post(string address, HttpContent content) =>
        Client.PostAsync(new Uri(address, UriKind.Relative), content).Result;

    /// <summary>The job that an answer leads to.</summary>
    public static long JobOf(HttpResponseMessage answer)
    {
        Assert.True(answer.StatusCode == HttpStatusCode.Found, TextOf(answer));
        return long.Parse(
            answer.Headers.Location!.OriginalString.Split('/')[^1],
            System.Globalization.CultureInfo.InvariantCulture
        );
    }

    public void Dispose() => Client.Dispose();

    private const string TokenField = "__RequestVerificationToken";

    /// <summary>
    /// Of the page a form stands on: its address without the handler, and for checks of a build the checked form.
    /// </summary>
    private string TokenOf(string address)
    {
        using var page = Get(address.Split('?')[0]);
        var token = Token().Match(page.Content.ReadAsStringAsync().Result);
        if (!token.Success)
        {
            using var home = Get("/sign-in");
            token = Token().Match(home.Content.ReadAsStringAsync().Result);
        }
        return token.Groups[1].Value;
    }

    [GeneratedRegex("name=\"checked\" value=\"([0-9a-f]+)\"")]
    private static partial Regex CheckedAs();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
