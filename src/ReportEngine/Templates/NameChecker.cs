using Scriban.Syntax;

namespace ReportEngine.Templates;

/// <summary>Holds names and their members against those that a place in a template knows.</summary>
internal sealed class NameChecker(Scope scope, ProblemList problems)
{
    /// <summary>What people write who know other languages.</summary>
    private static readonly Dictionary<string, string> Foreign = new(StringComparer.Ordinal)
    {
        ["endif"] = "end",
        ["endfor"] = "end",
        ["endnote"] = "end",
        ["endwrap"] = "end",
        ["elsif"] = "else if",
        ["elseif"] = "else if",
        ["elif"] = "else if",
        ["and"] = "&&",
        ["or"] = "||",
        ["not"] = "!",
    };

    public void Unknown(ScriptVariableGlobal variable)
    {
        if (Foreign.TryGetValue(variable.Name, out var ours))
        {
            problems.Add(
                new Problem(Places.Of(variable), "RE204", $"Unknown word '{variable.Name}'.", null, $"Write '{ours}'.")
            );
            return;
        }
        problems.Unknown(variable, "RE204", "name", variable.Name, TemplateLanguage.Names.Concat(scope.Items.Keys));
    }

    public void Member(ScriptMemberExpression member, MemberKind expected)
    {
        if (member is not { Target: ScriptVariableGlobal target, Member.Name: var name })
        {
            problems.Refuse(member);
            return;
        }
        var members = Members(target.Name);
        if (members is null)
        {
            Unknown(target);
        }
        else if (!members.TryGetValue(name, out var kind))
        {
            problems.Unknown(
                member,
                "RE201",
                "name",
                target.Name + "." + name,
                members.Keys.Select(known => target.Name + "." + known)
            );
        }
        else if (kind != expected)
        {
            problems.Tell(
                member,
                "RE216",
                $"'{target.Name}.{name}' is " + (kind == MemberKind.Words ? "words." : "an answer, yes or no."),
                kind == MemberKind.Words ? "{{ " + target.Name + "." + name + " }}" : "after 'if'"
            );
        }
    }

    public bool IsObject(string name) => Members(name) is not null || TemplateLanguage.Lists.ContainsKey(name);

    private IReadOnlyDictionary<string, MemberKind>? Members(string name) =>
        scope.Items.ContainsKey(name) ? TemplateLanguage.ItemMembers
        : name == TemplateLanguage.Loop && scope.Items.Count > 0 ? TemplateLanguage.LoopMembers
        : TemplateLanguage.Objects.GetValueOrDefault(name);

    public string MembersOf(string name) =>
        Members(name) is { } members
            ? string.Join(", ", members.Keys.Select(member => name + "." + member))
            : "for one in " + name;
}
