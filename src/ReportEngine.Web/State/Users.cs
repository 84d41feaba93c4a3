using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ReportEngine.Web.State;

/// <summary>
/// Who may sign in. Passwords are kept by ASP.NET Core's hashing (PBKDF2 with HMAC-SHA-512 and a salt each).
/// </summary>
public static partial class Users
{
    public const int ShortestPassword = 12;
    public const int LongestPassword = 200;

    /// <summary>After so many wrong passwords in a row a user has to wait.</summary>
    public const int MostFailures = 5;

    /// <summary>How long.</summary>
    public static readonly Duration Wait = Duration.FromMinutes(5);

    private const int LongestName = 64;

    private const int Iterations = 210_000;

    private const string Columns = "user_id, name, role, subject, stamp, is_disabled";

    private static readonly PasswordHasher<string> Hasher = new(
        Options.Create(new PasswordHasherOptions { IterationCount = Iterations })
    );

    /// <summary>Verified where there is no such user, so that the time taken tells nothing.</summary>
    private static readonly Lazy<string> Nobody = new(() =>
        Hasher.HashPassword("", Convert.ToBase64String(RandomNumberGenerator.GetBytes(24)))
    );

    /// <summary>Of names of local users.</summary>
    public const string NameForm = "1 to 64 letters, digits, dots, dashes and underscores";

    /// <exception cref="ReportException">RE563: the name or the password will not do, or the name is taken.</exception>
    public static User Add(OfficeState state, string name, Role role, string password, Actor by)
    {
        Problem?[] problems = [NameProblem(name), PasswordProblem(name, password)];
        if (problems.OfType<Problem>().ToList() is { Count: > 0 } found)
        {
            throw new ReportException(ExitCode.WrongUsage, found);
        }
        var hash = Hasher.HashPassword(name, password);
        return state.Change(change =>
        {
            if (
                change.Find<User>(
                    "SELECT " + Columns + " FROM user WHERE lower(name) = lower(@name) AND subject IS NULL",
                    new { name }
                )
                is not null
            )
            {
                throw Refused(name, "There is a user of this name.", "a name that is free");
            }
            change.Log(by, Act.UserAdded, "user " + name + ", " + Text(role));
            return change.Single<User>(
                "INSERT INTO user (name, role, password, stamp) VALUES (@name, @role, @hash, @stamp) RETURNING "
                    + Columns,
                new
                {
                    name,
                    role = Text(role),
                    hash,
                    stamp = NewStamp(),
                }
            );
        });
    }

    /// <summary>Changes what is given of a local user, and ends the sessions of it.</summary>
    /// <exception cref="ReportException">RE563: there is no such user, or the password will not do.</exception>
    public static void Change(
        OfficeState state,
        string name,
        Actor by,
        Role? role = null,
        string? password = null,
        bool? isDisabled = null
    )
    {
        if (password is not null && PasswordProblem(name, password) is { } problem)
        {
            throw new ReportException(ExitCode.WrongUsage, problem);
        }
        var hash = password is null ? null : Hasher.HashPassword(name, password);
        state.Change(change =>
        {
            var changed = change.Execute(
                "UPDATE user SET role = coalesce(@role, role), password = coalesce(@hash, password), is_disabled "
                    + "= coalesce(@isDisabled, is_disabled), stamp = @stamp, failures = 0, locked_until = NULL WHERE "
                    + "lower(name) = lower(@name) AND subject IS NULL",
                new
                {
                    name,
                    role = role is { } one ? Text(one) : null,
                    hash,
                    isDisabled,
                    stamp = NewStamp(),
                }
            );
            if (changed == 0)
            {
                throw Refused(name, "There is no local user of this name.", "a name from 'report-engine user list'");
            }
            change.Log(
                by,
                Act.UserChanged,
                "user "
                    + name
                    + string.Concat(
                        role is { } to ? ", " + Text(to) : "",
                        password is null ? "" : ", password",
                        isDisabled switch
                        {
                            true => ", disabled",
                            false => ", enabled",
                            _ => "",
                        }
                    )
            );
        });
    }

    /// <summary>In the order in which they were added.</summary>
    public static IReadOnlyList<User> All(OfficeState state) =>
        state.Ask(connection => connection.Query<User>("SELECT " + Columns + " FROM user ORDER BY user_id").ToList());

    /// <summary>The user a session is of; null when it was ended or the user may no longer sign in.</summary>
    public static User? Of(OfficeState state, long userId, string stamp) =>
        state.Ask(connection =>
            connection.QuerySingleOrDefault<User>(
                "SELECT " + Columns + " FROM user WHERE user_id = @userId AND stamp = @stamp AND is_disabled = 0",
                new { userId, stamp }
            )
        );

    /// <summary>
    /// The local user of a name and password. Null alike for an unknown name, a wrong password, a disabled user and one
    /// who has to wait.
    /// </summary>
    public static User? SignIn(OfficeState state, string name, string password)
    {
        var kept = state.Ask(connection =>
            connection.QuerySingleOrDefault<Kept>(
                "SELECT user_id, name, password, is_disabled, locked_until FROM user WHERE lower(name) = "
                    + "lower(@name) AND subject IS NULL",
                new { name }
            )
        );
        var holds =
            password.Length <= LongestPassword
            && Hasher.VerifyHashedPassword(name, kept?.Password ?? Nobody.Value, password)
                != PasswordVerificationResult.Failed;
        return state.Change(change =>
        {
            if (kept is null)
            {
                change.Log(Actor.Unknown, Act.SignInRefused, "no such user");
                return null;
            }
            // What was read before the password was looked at may be another by now: tries at once count as tries after
            // each other.
            kept = change.Single<Kept>(
                "SELECT user_id, name, password, is_disabled, locked_until FROM user WHERE user_id = @UserId",
                kept
            );
            var waits = kept.LockedUntil is not null && string.CompareOrdinal(change.At, kept.LockedUntil) < 0;
            if (holds && !kept.IsDisabled && !waits)
            {
                change.Execute("UPDATE user SET failures = 0, locked_until = NULL WHERE user_id = @UserId", kept);
                var user = change.Single<User>("SELECT " + Columns + " FROM user WHERE user_id = @UserId", kept);
                change.Log(user.AsActor, Act.SignedIn, "user " + user.Name);
                return user;
            }
            if (!waits)
            {
                change.Execute("UPDATE user SET failures = failures + 1 WHERE user_id = @UserId", kept);
                change.Execute(
                    "UPDATE user SET failures = 0, locked_until = @until WHERE user_id = @UserId AND failures >= "
                        + "@MostFailures",
                    new
                    {
                        kept.UserId,
                        MostFailures,
                        until = InstantText.Of(InstantText.TryParse(change.At)!.Value + Wait),
                    }
                );
            }
            change.Log(Actor.Unknown, Act.SignInRefused, "user " + kept.Name + (waits ? ", has to wait" : ""));
            return null;
        });
    }

    /// <summary>Ends every session of a user, wherever it is.</summary>
    public static void SignOut(OfficeState state, User user) =>
        state.Change(change =>
        {
            change.Execute(
                "UPDATE user SET stamp = @stamp WHERE user_id = @UserId",
                new { user.UserId, stamp = NewStamp() }
            );
            change.Log(user.AsActor, Act.SignedOut, "user " + user.Name);
        });

    /// <summary>
    /// The user whom a provider of OpenID Connect vouches for, with the role it gives now; a new one on the first
    /// visit.
    /// </summary>
    public static User? Vouched(OfficeState state, string subject, string vouchedName, Role role) =>
        state.Change(change =>
        {
            var clean = PlainText.Clean(vouchedName).Trim();
            var name = clean.Length is > 0 and <= LongestName ? clean : "person of the provider";
            var kept = change.Find<User>("SELECT " + Columns + " FROM user WHERE subject = @subject", new { subject });
            if (kept is null)
            {
                change.Execute(
                    "INSERT INTO user (name, role, subject, stamp) VALUES (@name, @role, @subject, @stamp)",
                    new
                    {
                        name,
                        role = Text(role),
                        subject,
                        stamp = NewStamp(),
                    }
                );
                change.Log(Actor.Service, Act.UserAdded, "user " + name + ", " + Text(role) + ", by the provider");
            }
            else if (kept.Role != role || kept.Name != name)
            {
                change.Execute(
                    "UPDATE user SET role = @role, name = @name, stamp = @stamp WHERE subject = @subject",
                    new
                    {
                        name,
                        role = Text(role),
                        subject,
                        stamp = NewStamp(),
                    }
                );
                change.Log(Actor.Service, Act.UserChanged, "user " + name + ", " + Text(role) + ", by the provider");
            }
            var user = change.Single<User>(
                "SELECT " + Columns + " FROM user WHERE subject = @subject",
                new { subject }
            );
            change.Log(user.AsActor, user.IsDisabled ? Act.SignInRefused : Act.SignedIn, "user " + user.Name);
            return user.IsDisabled ? null : user;
        });

    private static Problem? NameProblem(string name) =>
        Form().IsMatch(name) ? null : new Problem("user", "RE563", "Not a name: '" + name + "'.", NameForm);

    private static Problem? PasswordProblem(string name, string password) =>
        password.Length is >= ShortestPassword and <= LongestPassword
        && !password.Contains(name, StringComparison.OrdinalIgnoreCase)
            ? null
            : new Problem(
                "password",
                "RE563",
                FormattableString.Invariant($"It has {password.Length} characters, or the name is in it."),
                FormattableString.Invariant(
                    $"{ShortestPassword} to {LongestPassword} characters, without the name; a few words make a good one"
                )
            );

    private static ReportException Refused(string name, string found, string expected) =>
        new(ExitCode.WrongUsage, new Problem("user '" + name + "'", "RE563", found, expected));

    private static string Text(Role role) => role.ToString().ToLowerInvariant();

    private static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    [GeneratedRegex(@"^[\p{L}\p{Nd}._-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    private sealed record Kept
    {
        public required long UserId { get; init; }

        public required string Name { get; init; }

        public required string Password { get; init; }

        public required bool IsDisabled { get; init; }

        public required string? LockedUntil { get; init; }
    }
}
