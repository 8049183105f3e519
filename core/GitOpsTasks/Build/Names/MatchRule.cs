using System.Globalization;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Names;

/// <summary>A rule of type match: the tag is what a regular expression finds in a git tag.</summary>
internal sealed class MatchRule
{
    private readonly NameRule _rule;
    private readonly RulePattern _pattern;
    private readonly int _group;

    public MatchRule(NameRule rule)
    {
        _rule = rule;
        _pattern = new RulePattern(rule["pattern"]!);
        if (rule["group"] is not { } group)
            return;
        if (!int.TryParse(group.Text, NumberStyles.None, CultureInfo.InvariantCulture, out _group) || !_pattern.Has(_group))
            throw group.Refuse($"The pattern has no group '{group.Text}'.", "Count the opening parentheses from 1; 0 is the whole match.");
    }

    /// <summary>The value for a git tag; null where the expression does not match.</summary>
    public RuleValue? Of(string tag, Action<Diagnostic>? report)
    {
        if (_pattern.Find(tag, _group) is { } found)
            return new RuleValue(_rule, found, SetsLatest: true) { Version = SemverName.TryParse(found) ?? SemverName.TryParse(tag) };
        report?.Invoke(NoMatch(_rule, _rule["pattern"]!, tag));
        return null;
    }

    /// <summary>An expression that finds nothing.</summary>
    public static Diagnostic NoMatch(NameRule rule, PlacedText pattern, string tag) => Diagnostic.Warning(
        NameCodes.RuleGivesNothing,
        $"'{pattern.Text}' does not match '{tag}', so the tag rule '{rule.Text}' gives no tag.",
        "Correct the pattern, or name the commit by a tag that it matches.",
        pattern.Place);
}
