using GitOpsTasks.Lint.Yaml.Configuration;
using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>How far lines are indented.</summary>
internal sealed class IndentationRule(int? width, ListPlacement lists, bool checksTexts) : YamlRule
{
    /// <summary>The rule as configurations have it.</summary>
    public static RuleDefinition Definition { get; } = new(
        "indentation",
        LintCodes.Indentation,
        [
            new("spaces", "consistent") { TakesNumber = true, Choices = ["consistent"] },
            new("indent-sequences", true) { Choices = ["whatever", "consistent"] },
            new("check-multi-line-strings", false),
        ],
        options => new IndentationRule(
            options.Text("spaces") is null ? options.Number("spaces") : null,
            Lists(options),
            options.Flag("check-multi-line-strings")));

    /// <inheritdoc />
    public override void Check(LintText text, ProblemList problems)
    {
        var tokens = text.Tokens;
        var nesting = new Nesting(tokens, new IndentStyle(width, lists));
        var lines = new LineBeginnings(text);
        for (var at = 1; at < text.TokenCount; at++)
        {
            ref readonly var token = ref tokens[at];
            var isFirst = lines.IsFirst(at);
            if (isFirst)
                Compare(text, problems, at, Place(ref nesting, token));
            if (checksTexts && token.Kind == TokenKind.Scalar && token.EndLine > token.Line)
                TextIndentation.Check(text, problems, at, ref nesting, isFirst);
            if (!nesting.TryPass(at, lines.Column))
                problems.AtStart(text, at, "cannot infer indentation: unexpected token");
        }
    }

    private static int Place(ref Nesting nesting, in Token token)
    {
        ref readonly var inner = ref nesting.Inner;
        return token.Kind switch
        {
            TokenKind.FlowMappingEnd or TokenKind.FlowSequenceEnd => inner.LineColumn,
            TokenKind.BlockEntry when inner.IsList || inner.Slot == Slot.Item => inner.Column,
            not (TokenKind.Value or TokenKind.Key) when inner is { Slot: Slot.Key, IsKeyMarked: true } => nesting.Style.Inside(inner.Place, token.Column),
            _ => inner.Place,
        };
    }

    private static void Compare(LintText text, ProblemList problems, int at, int place)
    {
        var column = text.Tokens[at].Column;
        if (place == IndentStyle.AnyFurther)
            problems.AtToken(text, at, ProblemSpan.Of(text, at), "wrong indentation: expected at least {0}", column + 1);
        else if (place != column)
            problems.AtToken(text, at, ProblemSpan.Of(text, at), "wrong indentation: expected {0} but found {1}", place, column);
    }

    private static ListPlacement Lists(RuleOptions options) => options.Text("indent-sequences") switch
    {
        "whatever" => ListPlacement.Any,
        "consistent" => ListPlacement.AsTheFirst,
        _ => options.Flag("indent-sequences") ? ListPlacement.Indented : ListPlacement.AtTheKey,
    };
}
