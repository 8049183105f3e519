using System.Text.RegularExpressions;
using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Keys of a mapping in the order of their characters.</summary>
internal sealed class KeyOrderingRule(Regex[] ignored) : YamlRule
{
    /// <summary>The rule as configurations have it.</summary>
    public static RuleDefinition Definition { get; } = new(
        "key-ordering",
        LintCodes.KeyOrdering,
        [new("ignored-keys", Array.Empty<string>()) { IsPatterns = true }],
        options => new KeyOrderingRule(options.Patterns("ignored-keys")));

    /// <inheritdoc />
    public override void Check(LintText text, ProblemList problems)
    {
        var tokens = text.Tokens;
        var stack = new MappingStack();
        var last = new List<string?>();
        for (var at = 0; at < text.TokenCount; at++)
        {
            ref readonly var token = ref tokens[at];
            stack.Follow(token.Kind);
            while (last.Count < stack.Count)
                last.Add(null);
            if (token.Kind != TokenKind.Key || stack.Current < 0 || tokens[at + 1].Kind != TokenKind.Scalar)
                continue;
            var key = text.ValueOf(at + 1);
            if (Array.Exists(ignored, pattern => pattern.IsMatch(key)))
                continue;
            if (last[stack.Current] is { } before && CompareCodePoints(key, before) < 0)
                problems.AtToken(text, at, ProblemSpan.Of(text, at + 1), "wrong ordering of key \"{v}\" in mapping", named: at + 1);
            else
                last[stack.Current] = key;
        }
    }

    private static int CompareCodePoints(string left, string right)
    {
        var (one, other) = (left.EnumerateRunes(), right.EnumerateRunes());
        while (true)
        {
            var (hasOne, hasOther) = (one.MoveNext(), other.MoveNext());
            if (!hasOne || !hasOther)
                return hasOne.CompareTo(hasOther);
            if (one.Current != other.Current)
                return one.Current.CompareTo(other.Current);
        }
    }
}
