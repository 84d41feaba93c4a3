using System.Runtime.CompilerServices;
using System.Text;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ReportEngine.Templates;

/// <summary>
/// One reading of a checked template. Scriban's engine with nothing built in: no value is converted, read by reflection
/// or changed; what is printed is ours or escaped; steps, rounds, letters and time are counted.
/// </summary>
internal sealed class TemplateRun : TemplateContext
{
    private readonly TemplateBudget budget;
    private readonly List<(Placed What, string Place)> placed = [];
    private readonly List<Problem> problems = [];
    private readonly List<(int Offset, SourceSpan At)> written = [];
    private SourceSpan at;

    /// <param name="names">All that the template may use.</param>
    /// <param name="time">Of the machine; a test sets its own.</param>
    public TemplateRun(ScriptObject names, TimeProvider? time = null)
        : base(names)
    {
        budget = new TemplateBudget(time ?? TimeProvider.System);
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedTargetAccess = false;
        EnableRelaxedFunctionAccess = false;
        EnableRelaxedIndexerAccess = false;
        EnableNullIndexer = false;
        ErrorForStatementFunctionAsExpression = true;
        // Counted below, with errors of their own; here, text would be cut off without one.
        LoopLimit = 0;
        LimitToString = 0;
        AutoIndent = false;
        NewLine = "\n";
        MemberFilter = static _ => false;
        PushOutput(new CountedOutput(this));
    }

    /// <summary>With the places of what put them there.</summary>
    public IReadOnlyList<(Placed What, string Place)> Placed => placed;

    public IReadOnlyList<Problem> Problems => problems;

    public TemplateBudget Budget => budget;

    /// <summary>Where what stands at an offset of the text was written.</summary>
    public string PlaceOf(int offset)
    {
        var (start, span) = written.FindLast(one => one.Offset <= offset);
        return Places.Of(span, Output.ToString().AsSpan(start), offset - start);
    }

    public void Tell(Problem problem) => problems.Add(problem);

    /// <summary>A figure stays in its sentence; anything else ends what it stands in.</summary>
    public void Place(Placed one)
    {
        placed.Add((one, Places.Of(at)));
        var placeholder = Placeholder.Of(placed.Count - 1);
        Write(one is PlacedFigure ? placeholder : "\n\n" + placeholder + "\n\n");
    }

    /// <exception cref="ReportException">A limit, or a figure that the register cannot give.</exception>
    public string Text(ScriptPage page)
    {
        try
        {
            Evaluate(page);
            return Output.ToString()!;
        }
        catch (ScriptRuntimeException error)
        {
            for (Exception? inner = error; inner is not null; inner = inner.InnerException)
            {
                if (inner is ReportException ours)
                {
                    throw ours;
                }
            }
            throw new ReportException(
                ExitCode.WrongUsage,
                new Problem(Places.Of(error.Span), "RE209", error.OriginalMessage, "what templates/README.md tells")
            );
        }
    }

    public override object? Evaluate(ScriptNode? node, bool aliasReturnedFunction)
    {
        if (node is not null)
        {
            budget.Step(node.Span);
            if (node is ScriptBlockStatement { Parent: ScriptForStatement loop })
            {
                budget.Round(loop.Span);
            }
            // What a block or an expression prints is told at its statement.
            at = node is ScriptStatement and not ScriptBlockStatement ? node.Span : at;
        }
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return base.Evaluate(node, aliasReturnedFunction);
    }

    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        switch (textAsObject)
        {
            case FigureValue { Figure: { } figure }:
                Place(new PlacedFigure(figure));
                break;
            case FigureValue:
                break;
            case Placed one:
                Place(one);
                break;
            case ItemList { Printed: { } printed }:
                Place(budget.Outside(printed));
                break;
            case string words:
                Write(MarkdownText.Escape(words));
                break;
            default:
                throw new ScriptRuntimeException(at, "This cannot be printed.");
        }
        return this;
    }

    public override bool ToBool(SourceSpan span, object? value) =>
        value is bool answer ? answer : throw new ScriptRuntimeException(span, "This is neither yes nor no.");

    public override string? ObjectToString(object? value, bool nested = false) =>
        value is FigureValue ? throw FigureValue.Refusal(at) : base.ObjectToString(value, nested);

    public override object? ToObject(SourceSpan span, object? value, Type destinationType) =>
        value is FigureValue ? throw FigureValue.Refusal(span) : base.ToObject(span, value, destinationType);

    public override object? IsEmpty(SourceSpan span, object? against) =>
        against is FigureValue ? throw FigureValue.Refusal(span) : base.IsEmpty(span, against);

    public override System.Collections.IList? ToList(SourceSpan span, object? value) =>
        value is FigureValue ? throw FigureValue.Refusal(span) : base.ToList(span, value);

    public override void Import(SourceSpan span, object objectToImport) =>
        throw new ScriptRuntimeException(span, "Nothing can be imported.");

    protected override IObjectAccessor? GetMemberAccessorImpl(object target) =>
        target is FigureValue ? throw FigureValue.Refusal(at) : base.GetMemberAccessorImpl(target);

    protected override IListAccessor? GetListAccessorImpl(object target, Type type) =>
        target is FigureValue ? throw FigureValue.Refusal(at) : base.GetListAccessorImpl(target, type);

    private sealed class CountedOutput(TemplateRun run) : IScriptOutput
    {
        private readonly StringBuilder text = new();

        public void Write(string value, int offset, int count)
        {
            run.budget.Write(count, run.at);
            run.written.Add((text.Length, run.at));
            text.Append(value, offset, count);
        }

        public ValueTask WriteAsync(string value, int offset, int count, CancellationToken cancellationToken)
        {
            Write(value, offset, count);
            return default;
        }

        public override string ToString() => text.ToString();
    }
}
