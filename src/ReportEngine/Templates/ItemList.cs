using Scriban.Runtime;

namespace ReportEngine.Templates;

/// <summary>A list to loop over: each item has a code, to hand on, and a name, to print.</summary>
internal sealed class ItemList : ScriptArray
{
    public ItemList(IEnumerable<(string Code, string Name)> items)
        : base(items.Select(item => Item(item.Code, item.Name))) => IsReadOnly = true;

    /// <summary>What stands where the list itself is printed; null where it cannot be.</summary>
    internal Func<Placed>? Printed { get; init; }

    private static ScriptObject Item(string code, string name) =>
        new()
        {
            [TemplateLanguage.Code] = code,
            [TemplateLanguage.Name] = name,
            IsReadOnly = true,
        };
}
