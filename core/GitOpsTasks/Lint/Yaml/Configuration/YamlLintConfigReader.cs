using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Yaml.Configuration;

/// <summary>Reads yamllint configurations, and says with line and column what is wrong with them.</summary>
internal sealed class YamlLintConfigReader
{
    private static readonly string[] s_keys = ["extends", "rules", "ignore", "ignore-from-file", "yaml-files", "locale"];
    private static readonly string[] s_yamlFiles = ["*.yaml", "*.yml", ".yamllint"];
    private readonly ReadConfigFile _read;
    private readonly List<Diagnostic> _errors = [];
    private readonly List<RuleSetting> _rules = [];
    private readonly HashSet<string> _extended = new(StringComparer.Ordinal);
    private PathPatterns? _ignore;
    private PathPatterns? _yamlFiles;

    private YamlLintConfigReader(ReadConfigFile read) => _read = read;

    /// <summary>Reads a configuration.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="path">The path shown in errors.</param>
    /// <param name="read">Reads what it extends, and files of patterns.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="TaskFailedException">It is not one: all that is wrong, as usage errors.</exception>
    public static async ValueTask<YamlLintConfig> ReadAsync(
        ReadOnlyMemory<byte> content, string path, ReadConfigFile read, CancellationToken cancellationToken)
    {
        var reader = new YamlLintConfigReader(read);
        await reader.ReadAsync(content, path, cancellationToken);
        if (reader._errors.Count == 0)
            reader.CheckConflicts(path);
        return reader._errors.Count > 0
            ? throw new TaskFailedException(ExitCode.Usage, reader._errors)
            : new YamlLintConfig
            {
                Rules = [.. reader._rules.Where(rule => rule.IsEnabled).Select(rule => rule.Build())],
                Ignore = reader._ignore,
                YamlFiles = reader._yamlFiles ?? new PathPatterns(s_yamlFiles),
            };
    }

    private async ValueTask ReadAsync(ReadOnlyMemory<byte> content, string path, CancellationToken cancellationToken)
    {
        var file = YamlFile.Parse(content, path);
        if (!file.IsValid)
        {
            _errors.AddRange(file.Diagnostics);
            return;
        }

        if (file.Documents is not [{ IsMapping: true } root])
        {
            _errors.Add(Wrong(file, "The configuration is not a mapping.", "Write extends and rules."));
            return;
        }

        foreach (var pair in root.Pairs.Where(pair => !s_keys.Contains(Text(pair.Key))))
            _errors.Add(ConfigFindings.Unknown("key", pair.Key, s_keys));
        if (root["extends"] is { } extends)
            await ExtendAsync(extends, cancellationToken);
        (_yamlFiles, var patterns) = (null, new PatternReader(_read, _errors));
        if (await patterns.IgnoreAsync(root, cancellationToken) is { } ignore)
            _ignore = ignore;
        if (root["yaml-files"] is { } yamlFiles)
            _yamlFiles = patterns.Patterns(yamlFiles);
        if (root["locale"] is { } locale && !locale.IsScalar)
            _errors.Add(ConfigFindings.Value(locale, "locale", "a text"));
        if (root["rules"] is { } rules)
            await ReadRulesAsync(rules, patterns, cancellationToken);
    }

    private async ValueTask ExtendAsync(YamlNode extends, CancellationToken cancellationToken)
    {
        var name = Text(extends);
        var content = Presets.Find(name) is { } preset ? preset : await _read(name, cancellationToken);
        if (content is null)
            _errors.Add(Diagnostic.Error(LintCodes.ConfigurationNotFound, $"'{name}' does not exist.", "Name default, relaxed, gitops or a file.", extends.Place));
        else if (!_extended.Add(name))
            _errors.Add(Diagnostic.Error(LintCodes.ConfigurationValue, $"'{name}' extends itself.", "Take one extends out.", extends.Place));
        else
            await ReadAsync(content.Value, name, cancellationToken);
    }

    private async ValueTask ReadRulesAsync(YamlNode rules, PatternReader patterns, CancellationToken cancellationToken)
    {
        if (!rules.IsMapping)
        {
            _errors.Add(ConfigFindings.Value(rules, "rules", "a mapping of rules"));
            return;
        }

        foreach (var (key, value) in rules.Pairs)
        {
            if (RuleCatalog.Find(Text(key)) is not { } definition)
            {
                _errors.Add(ConfigFindings.Unknown("rule", key, RuleCatalog.All.Select(rule => rule.Id)));
                continue;
            }

            var setting = _rules.Find(rule => rule.Definition == definition);
            if (setting is null)
                _rules.Add(setting = new RuleSetting(definition));
            await new RuleReader(setting, patterns, _errors).ReadAsync(value.Resolved, cancellationToken);
        }
    }

    private void CheckConflicts(string path)
    {
        foreach (var rule in _rules.Where(rule => rule.IsEnabled))
        {
            if (rule.Definition.Conflict(rule.Options) is var (option, message))
            {
                _errors.Add(Diagnostic.Error(
                    LintCodes.ConfigurationValue, $"The option '{option}' of '{rule.Definition.Id}' {message}.", "Take one of the two options out.",
                    new SourcePlace(path, 1, 1)));
            }
        }
    }

    private static string Text(YamlNode node) => node.IsScalar ? node.Value : "";

    private static Diagnostic Wrong(YamlFile file, string message, string advice) => Diagnostic.Error(
        LintCodes.ConfigurationValue, message, advice, new SourcePlace(file.Path, 1, 1));
}
