using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Names;

/// <summary>A rule of type semver or pep440: the tag is made from the parts of a version.</summary>
internal sealed class VersionRule
{
    private readonly NameRule _rule;
    private readonly TemplateScope _scope;
    private readonly NameTemplate _pattern;
    private readonly RulePattern? _match;

    public VersionRule(NameRule rule, TemplateScope scope)
    {
        (_rule, _scope) = (rule, scope);
        _pattern = NameTemplate.Parse(rule["pattern"]!);
        _match = rule["match"] is { Text.Length: > 0 } match ? new RulePattern(match) : null;
    }

    /// <summary>The value for a git tag; null where it holds no version.</summary>
    public RuleValue? Of(string tag, Action<Diagnostic>? report)
    {
        var text = _match is null ? tag : _match.Find(tag, _match.Has(1) ? 1 : 0);
        if (text is null)
        {
            report?.Invoke(MatchRule.NoMatch(_rule, _rule["match"]!, tag));
            return null;
        }

        text = text.Replace('/', '-');
        NamedVersion? version = _rule.Type == "semver" ? SemverName.TryParse(text) : Pep440Name.TryParse(text);
        if (version is not null)
            return new RuleValue(_rule, version.Fill(_pattern, _scope), version.IsFinal) { Version = version };
        report?.Invoke(Diagnostic.Warning(
            BuildCodes.NotAVersion,
            $"'{text}' is not a {(_rule.Type == "semver" ? "semantic version" : "version by PEP 440")}, so the tag rule '{_rule.Text}' gives no tag.",
            _rule.Type == "semver" ? "Write it as 1.2.3 or v1.2.3; what stands before it can be cut off by match=." : "Write it as 1.2.3, 1.2rc1 or 1.2.post1.",
            _rule.Attributes.Line.Place));
        return null;
    }
}
