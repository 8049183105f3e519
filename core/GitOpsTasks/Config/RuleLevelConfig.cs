using GitOpsTasks.Contracts;

namespace GitOpsTasks.Config;

/// <summary>What a configuration says about one rule of lint.</summary>
/// <param name="Rule">The name or code of the rule, as written; whether there is such a rule is for lint to say.</param>
/// <param name="Level">What is made of it.</param>
/// <param name="Place">Where the name stands.</param>
public sealed record RuleLevelConfig(string Rule, RuleLevel Level, SourcePlace Place);
