using GitOpsTasks.Yaml;

namespace GitOpsTasks.Config;

/// <summary>The keys of <c>.gitops-lint.yaml</c> and of the <c>lint</c> section of <c>gitops.yaml</c>, declared by being read.</summary>
public static class LintConfigReader
{
    private static readonly ConfigValue<RuleLevel> s_level = ConfigValues.Choice(
        ("off", RuleLevel.Off), ("on", RuleLevel.On), ("note", RuleLevel.Note), ("warning", RuleLevel.Warning), ("error", RuleLevel.Error));

    private static readonly ConfigValue<string> s_layer =
        ConfigValues.Choice(("yaml", "yaml"), ("schema", "schema"), ("gitops", "gitops"), ("policy", "policy"));

    private static readonly ConfigValue<IReadOnlyList<RuleLevelConfig>> s_rules = new(new ConfigShape.Map(s_level.Shape), ReadRules);

    /// <summary>Reads the keys.</summary>
    public static LintConfig Read(MappingReader reader) => new()
    {
        Preset = reader.Find("preset", ConfigValues.Choice(("gitops", "gitops"), ("default", "default"), ("relaxed", "relaxed"))),
        Yamllint = reader.Text("yamllint"),
        Rules = reader.Get("rules", s_rules, []),
        Ignore = reader.Texts("ignore"),
        Layers = reader.List("layers", s_layer),
        KubernetesVersion = reader.Find("kubernetes-version", ConfigValues.Scalar.Then(Version)),
        SchemaLocations = reader.Texts("schema-locations"),
        Baseline = reader.Text("baseline"),
        Strict = reader.Flag("strict", otherwise: false),
    };

    private static bool ReadRules(YamlNode node, ConfigFindings findings, out IReadOnlyList<RuleLevelConfig> value)
    {
        value = [];
        if (!ConfigValues.MapOf(s_level).TryRead(node, findings, out var levels))
            return false;
        value = [.. levels.Select(level => new RuleLevelConfig(level.Key, level.Value, node.Find(level.Key)!.Value.Key.Place))];
        return true;
    }

    private static string Version(string text) =>
        System.Version.TryParse(text.TrimStart('v'), out _) ? text : throw new FormatException("Write a version such as \"1.34\" or 1.34.2.");
}
