using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Names;

/// <summary>What rules give for an event, by their types.</summary>
/// <param name="scope">The event.</param>
/// <param name="report">Told of rules that give nothing and should.</param>
internal sealed class RuleValues(TemplateScope scope, Action<Diagnostic> report)
{
    private BuildEvent Event => scope.Event;

    /// <summary>The value of a rule; null where the rule is not for the event.</summary>
    public RuleValue? Of(NameRule rule) => rule.Type switch
    {
        "schedule" => Event.IsScheduled ? new RuleValue(rule, rule.Fill("pattern", scope) is { Length: > 0 } pattern ? pattern : "nightly") : null,
        "semver" or "pep440" or "match" => Tagged(rule),
        "edge" => Edge(rule),
        "ref" => Reference(rule),
        "raw" => new RuleValue(rule, rule.Fill("value", scope)!),
        _ => new RuleValue(rule, rule["format"]?.Text == "long" ? Event.Commit ?? "" : scope.ShortCommit),
    };

    // Made from a git tag, or from the text that stands in for one.
    private RuleValue? Tagged(NameRule rule)
    {
        var text = rule.Fill("value", scope) is { Length: > 0 } value ? value : Event.Tag;
        if (text is null)
            return null;
        Func<string, Action<Diagnostic>?, RuleValue?> of = rule.Type == "match" ? new MatchRule(rule).Of : new VersionRule(rule, scope).Of;
        return of(text, report) is { } found ? found with { OfOther = other => of(other, null) } : null;
    }

    private RuleValue? Edge(NameRule rule)
    {
        if (Event.Branch is not { } branch)
            return null;
        var wanted = rule.Fill("branch", scope) is { Length: > 0 } written ? written : Event.Repository.DefaultBranch;
        if (wanted is null)
        {
            report(Diagnostic.Warning(
                NameCodes.RuleGivesNothing,
                "The default branch of the repository is not known, so the rule for edge gives no tag.",
                "Name the branch: type=edge,branch=main.",
                rule.Attributes.Line.Place));
        }

        return branch == wanted || (wanted is not null && NamedTags.Sanitise(branch) == wanted) ? new RuleValue(rule, "edge") : null;
    }

    private RuleValue? Reference(NameRule rule) => rule["event"]!.Text switch
    {
        "branch" => Event.Branch is { } branch ? new RuleValue(rule, branch) : null,
        "tag" => Event.Tag is { } tag ? OfTag(rule, tag) : null,
        _ => Event.PullRequest is { } number ? new RuleValue(rule, $"{number}") : null,
    };

    private static RuleValue OfTag(NameRule rule, string tag) =>
        new(rule, tag, SetsLatest: true) { Version = SemverName.TryParse(tag), OfOther = other => OfTag(rule, other) };
}
