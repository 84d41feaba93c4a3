using System.Net;
using System.Security.Claims;
using ReportEngine.Web.Access;
using ReportEngine.Web.State;

namespace ReportEngine.Tests.Reports.Web;

/// <summary>Signing in with a provider of OpenID Connect.</summary>
public sealed class OpenIdTests : IDisposable
{
    private const string Sound = """
        authority: {0}
        client_id: report-engine
        name_claim: name
        role_claim: groups
        roles:
          official: referrals
          approver: referrals-approvers
          auditor: referrals-auditors
        """;

    private readonly TestProvider provider = new();
    private readonly TestOffice office;
    private readonly TestPerson person;

    public OpenIdTests()
    {
        var file = OpenIdFile.Find(Folder(Sound.Replace("{0}", provider.Authority, StringComparison.Ordinal)))!;
        office = new TestOffice(options => options with { OpenId = file });
        person = office.As((string?)null);
    }

    [Fact]
    public void Whom_the_provider_vouches_for_is_in_with_the_role_of_their_group()
    {
        Assert.Equal("/office", SignIn("/office").OriginalString);

        Assert.True(provider.Verifier);
        Assert.Contains("Dr. Amna (official)", person.Text("/office"), StringComparison.Ordinal);
        using var audit = person.Get("/audit");
        Assert.Equal(HttpStatusCode.Forbidden, audit.StatusCode);
        Assert.Contains(office.Log, entry => entry is { Who: "Dr. Amna", Act: "signed-in" });
    }

    [Fact]
    public void Who_has_no_role_or_watches_themselves_is_not_let_in()
    {
        foreach (
            var groups in (string[][])
                [
                    [],
                    ["others"],
                    ["referrals", "referrals-auditors"],
                ]
        )
        {
            provider.Groups = groups;
            Assert.Equal("/sign-in?refused=true", SignIn("/office").OriginalString);
        }
        Assert.DoesNotContain(office.Log, entry => entry.Act == "signed-in");
        Assert.Contains(office.Log, entry => entry is { Act: "sign-in-refused", What: "by the provider" });
        Assert.Contains("It may not have a role.", person.Text("/sign-in?refused=true"), StringComparison.Ordinal);
    }

    /// <summary>The log is never cut, so nobody may fill it.</summary>
    [Fact]
    public void Coming_back_from_no_provider_is_refused_after_a_while_and_not_written_down_any_more()
    {
        var statuses = Enumerable
            .Range(0, 30)
            .Select(_ =>
            {
                using var answer = person.Get("/sign-in/provider?code=x&state=y");
                return answer.StatusCode;
            })
            .ToList();

        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.InRange(office.Log.Count(entry => entry.Act == "sign-in-refused"), 1, 20);
    }

    [Fact]
    public void A_forged_token_is_not_believed()
    {
        provider.Forges = true;

        Assert.Equal("/sign-in?refused=true", SignIn("/office").OriginalString);
    }

    [Fact]
    public void Who_is_disabled_here_is_not_let_in_by_the_provider()
    {
        SignIn("/office");
        using (
            var connection = new Microsoft.Data.Sqlite.SqliteConnection(
                "Data Source=" + Path.Combine(office.Office.Folder, "office.db")
            )
        )
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE user SET is_disabled = 1 WHERE subject = 'sub-1'";
            command.ExecuteNonQuery();
        }
        using var after = person.Get("/office");
        Assert.Equal(HttpStatusCode.Found, after.StatusCode);
        Assert.Equal("/sign-in?refused=true", SignIn("/office").OriginalString);
    }

    [Fact]
    public void With_a_provider_no_local_password_is_asked_for_or_taken()
    {
        Assert.DoesNotContain("type=\"password\"", person.Text("/sign-in"), StringComparison.Ordinal);
        using var answer = person.Post("/sign-in", ("name", "official"), ("password", TestOffice.Password));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("authority: https://a.example", "client_id")]
    [InlineData("nonsense: 1", "nonsense")]
    [InlineData(
        "authority: http://login.example\nclient_id: a\nname_claim: b\nrole_claim: c\nroles: { official: d }",
        "https://"
    )]
    [InlineData(
        "authority: https://a.example\nclient_id: a\nname_claim: b\nrole_claim: c\nroles: { minister: d }",
        "minister"
    )]
    [InlineData("roles: [", "cannot be read")]
    [InlineData("", "authority")]
    public void A_file_that_cannot_be_trusted_is_told_and_nothing_starts(string content, string told)
    {
        var error = Assert.Throws<ReportException>(() => OpenIdFile.Find(Folder(content)));

        Assert.Equal((ExitCode.WrongUsage, "RE567"), (error.ExitCode, error.Problems[0].Code));
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("referrals referrals-approvers", Role.Approver)]
    [InlineData("referrals-auditors", Role.Auditor)]
    [InlineData("referrals-approvers referrals-auditors", null)]
    public void Of_several_groups_the_highest_counts_but_never_beside_the_auditors(string groups, Role? role) =>
        Assert.Equal(
            role,
            OpenIdFile
                .Find(Folder(Sound.Replace("{0}", "https://a.example", StringComparison.Ordinal)))!
                .RoleOf(
                    new ClaimsPrincipal(
                        new ClaimsIdentity(groups.Split(' ').Select(group => new Claim("groups", group)))
                    )
                )
        );

    public void Dispose()
    {
        office.Dispose();
        provider.Dispose();
    }

    private Uri SignIn(string to)
    {
        using var begun = person.Post("/sign-in?handler=provider&to=" + Uri.EscapeDataString(to));
        Assert.Equal(HttpStatusCode.Found, begun.StatusCode);
        Assert.StartsWith(
            provider.Authority + "/authorize",
            begun.Headers.Location!.ToString(),
            StringComparison.Ordinal
        );
        using var vouched = person.Client.Send(new HttpRequestMessage(HttpMethod.Get, begun.Headers.Location));
        using var back = person.Client.Send(new HttpRequestMessage(HttpMethod.Get, vouched.Headers.Location));
        Assert.Equal(HttpStatusCode.Found, back.StatusCode);
        return back.Headers.Location!;
    }

    private static string Folder(string content)
    {
        var folder = Sample.TemporaryFolder();
        File.WriteAllText(Path.Combine(folder, OpenIdFile.FileName), content);
        return folder;
    }
}
