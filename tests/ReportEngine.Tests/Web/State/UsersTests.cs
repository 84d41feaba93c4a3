using NodaTime;
using ReportEngine.Web.State;

namespace ReportEngine.Tests.Web.State;

public sealed class UsersTests
{
    private readonly TestState test = new();

    [Fact]
    public void The_right_password_signs_in_and_the_wrong_one_does_not()
    {
        Assert.Equal(test.Official.UserId, Users.SignIn(test.State, "AMNA", TestState.Password)!.UserId);
        Assert.Null(Users.SignIn(test.State, "amna", TestState.Password + " "));
        Assert.Null(Users.SignIn(test.State, "nobody", TestState.Password));
        Assert.Null(Users.SignIn(test.State, "amna", new string('x', 1_000_000)));
    }

    [Fact]
    public void After_five_wrong_passwords_the_right_one_has_to_wait_five_minutes()
    {
        for (var tries = 0; tries < 5; tries++)
        {
            Assert.Null(Users.SignIn(test.State, "amna", "wrong wrong wrong"));
        }
        test.Now += Duration.FromSeconds(299);
        Assert.Null(Users.SignIn(test.State, "amna", TestState.Password));
        test.Now += Duration.FromSeconds(1);
        Assert.NotNull(Users.SignIn(test.State, "amna", TestState.Password));
        Assert.NotNull(Users.SignIn(test.State, "bilal", TestState.Password));
    }

    /// <summary>
    /// Twenty tries at once, the right password the last of them: five wrong ones are enough all the same.
    /// </summary>
    [Fact]
    public void Tries_at_once_count_as_tries_after_each_other()
    {
        Parallel.For(
            0,
            20,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            _ => Users.SignIn(test.State, "amna", "wrong wrong wrong")
        );

        Assert.Null(Users.SignIn(test.State, "amna", TestState.Password));
        Assert.Equal(
            20 - Users.MostFailures,
            ActivityLog
                .Read(test.State)
                .Entries.Count(entry => entry is { Act: "sign-in-refused", What: "user amna, has to wait" }) - 1
        );
    }

    [Fact]
    public void Four_wrong_passwords_are_forgiven_by_the_right_one()
    {
        for (var round = 0; round < 2; round++)
        {
            for (var tries = 0; tries < 4; tries++)
            {
                Assert.Null(Users.SignIn(test.State, "amna", "wrong wrong wrong"));
            }
            Assert.NotNull(Users.SignIn(test.State, "amna", TestState.Password));
        }
    }

    [Theory]
    [InlineData("short")]
    [InlineData("elevenchars")]
    [InlineData("my name is dara and that is all")]
    public void A_password_that_is_short_or_holds_the_name_is_refused(string password) =>
        Assert.Equal(
            "RE563",
            Assert
                .Throws<ReportException>(() =>
                    Users.Add(test.State, "dara", Role.Official, password, Actor.CommandLine)
                )
                .Problems[0]
                .Code
        );

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("<script>")]
    [InlineData("a\u202eb")]
    [InlineData("Amna")]
    public void A_name_that_is_none_or_taken_is_refused(string name) =>
        Assert.Equal(
            "RE563",
            Assert
                .Throws<ReportException>(() =>
                    Users.Add(test.State, name, Role.Official, TestState.Password, Actor.CommandLine)
                )
                .Problems[0]
                .Code
        );

    [Fact]
    public void A_password_is_nowhere_in_the_file()
    {
        test.Tamper("PRAGMA wal_checkpoint(TRUNCATE)");
        var bytes = File.ReadAllBytes(test.File);

        Assert.Equal(-1, bytes.AsSpan().IndexOf("four plain words"u8));
        Assert.Equal(-1, bytes.AsSpan().IndexOf(System.Text.Encoding.Unicode.GetBytes("four plain words")));
    }

    [Fact]
    public void A_change_ends_the_sessions_that_were_made_before()
    {
        Assert.NotNull(Users.Of(test.State, test.Official.UserId, test.Official.Stamp));
        Users.Change(test.State, "amna", Actor.CommandLine, password: "another four words");

        Assert.Null(Users.Of(test.State, test.Official.UserId, test.Official.Stamp));
        Assert.Null(Users.SignIn(test.State, "amna", TestState.Password));
        Assert.NotNull(Users.SignIn(test.State, "amna", "another four words"));
    }

    [Fact]
    public void A_disabled_user_is_out_at_once_and_may_come_back()
    {
        Users.Change(test.State, "amna", Actor.CommandLine, isDisabled: true);
        Assert.Null(Users.SignIn(test.State, "amna", TestState.Password));
        Assert.Null(Users.Of(test.State, test.Official.UserId, Users.All(test.State)[0].Stamp));
        Users.Change(test.State, "amna", Actor.CommandLine, isDisabled: false);
        Assert.NotNull(Users.SignIn(test.State, "amna", TestState.Password));
    }

    [Fact]
    public void A_mistyped_name_is_not_kept_because_it_may_be_a_password()
    {
        Users.SignIn(test.State, "my-secret-password", "amna");

        Assert.DoesNotContain("my-secret-password", ActivityLog.Text(test.State), StringComparison.Ordinal);
        Assert.Contains("no such user", ActivityLog.Text(test.State), StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_of_the_provider_has_the_role_it_gives_today()
    {
        var first = Users.Vouched(test.State, "sub-1", "Dr. D", Role.Official)!;
        var again = Users.Vouched(test.State, "sub-1", "Dr. D", Role.Auditor)!;

        Assert.Equal((first.UserId, Role.Auditor), (again.UserId, again.Role));
        Assert.Null(Users.Of(test.State, first.UserId, first.Stamp));
        Assert.Null(Users.SignIn(test.State, "Dr. D", ""));
    }
}
