using GitOpsTasks.Lint.Gitops;
using GitOpsTasks.Lint.Policy;
using GitOpsTasks.Lint.Schema;
using GitOpsTasks.Lint.Suppression;
using GitOpsTasks.Lint.Yaml;

namespace GitOpsTasks.Lint;

/// <summary>Everything that is looked for. A new rule has a line in the list of its layer and a page in docs/lint.</summary>
public static class LintRules
{
    /// <summary>Layer by layer, in the order of their codes; then those about comments that switch others off.</summary>
    public static IReadOnlyList<LintRule> All { get; } = [.. YamlRules.All, .. SchemaRules.All, .. GitopsRules.All, .. PolicyRules.All, .. DirectiveRules.All];

    private static readonly Dictionary<string, LintRule> s_byCode = All.ToDictionary(rule => rule.Code, StringComparer.Ordinal);

    /// <summary>The rule of a name or code; null where there is none.</summary>
    public static LintRule? Find(string idOrCode) => All.FirstOrDefault(rule => rule.Id == idOrCode || rule.Code == idOrCode);

    /// <summary>The rule of a code; null where what has the code is no rule's.</summary>
    public static LintRule? FindByCode(string code) => s_byCode.GetValueOrDefault(code);
}
