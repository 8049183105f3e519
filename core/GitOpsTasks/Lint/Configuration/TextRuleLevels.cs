using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Yaml;
using GitOpsTasks.Lint.Yaml.Configuration;

namespace GitOpsTasks.Lint.Configuration;

/// <summary>Levels of rules about text go over those of the yamllint configuration; a rule that is off there is switched on with its defaults.</summary>
internal static class TextRuleLevels
{
    /// <summary>A configuration of rules about text with levels over it.</summary>
    public static YamlLintConfig Over(YamlLintConfig config, RuleLevels levels)
    {
        var rules = new List<ConfiguredRule>();
        foreach (var rule in config.Rules)
        {
            if (levels.Of(rule.Definition.Code) is not { } level)
                rules.Add(rule);
            else if (level != RuleLevel.Off)
                rules.Add(rule with { Severity = RuleLevels.SeverityOf(level, rule.Severity) });
        }

        foreach (var definition in RuleCatalog.All)
        {
            if (levels.Of(definition.Code) is { } level and not RuleLevel.Off && !config.Rules.Any(rule => rule.Definition == definition))
                rules.Add(new RuleSetting(definition).Build() with { Severity = RuleLevels.SeverityOf(level, Severity.Error) });
        }

        return config with { Rules = rules };
    }
}
