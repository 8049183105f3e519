using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Yaml.Configuration;

/// <summary>Reads what a configuration says about one rule.</summary>
internal sealed class RuleReader(RuleSetting setting, PatternReader patterns, List<Diagnostic> errors)
{
    private static readonly string[] s_common = ["level", "ignore", "ignore-from-file"];

    /// <summary>Reads <c>enable</c>, <c>disable</c> or a mapping.</summary>
    public async ValueTask ReadAsync(YamlNode value, CancellationToken cancellationToken)
    {
        var type = value.TypeIn(YamlSchema.Yaml11);
        if (value.IsScalar && (value.Value == "disable" || (type == YamlScalarType.Boolean && !IsTrue(value))))
            setting.Disable();
        else if (value.IsScalar && (value.Value == "enable" || type == YamlScalarType.Boolean))
            setting.Enable();
        else if (value.IsMapping)
            await ReadMappingAsync(value, cancellationToken);
        else
            errors.Add(ConfigFindings.Value(value, setting.Definition.Id, "enable, disable or a mapping of options"));
    }

    private async ValueTask ReadMappingAsync(YamlNode value, CancellationToken cancellationToken)
    {
        setting.Enable();
        if (await patterns.IgnoreAsync(value, cancellationToken) is { } ignore)
            setting.Ignore = ignore;
        foreach (var (key, given) in value.Pairs)
        {
            var name = key.IsScalar ? key.Value : "";
            if (name == "level")
                ReadLevel(given.Resolved);
            else if (Array.Find(setting.Definition.Options, option => option.Name == name) is { } option)
                ReadOption(option, given.Resolved);
            else if (!s_common.Contains(name))
                errors.Add(ConfigFindings.Unknown("option", key, [.. setting.Definition.Options.Select(known => known.Name), .. s_common]));
        }
    }

    private void ReadLevel(YamlNode value)
    {
        if (value is { IsScalar: true, Value: "error" or "warning" })
            setting.Severity = value.Value == "error" ? Severity.Error : Severity.Warning;
        else
            errors.Add(ConfigFindings.Value(value, "level", "error or warning"));
    }

    private void ReadOption(OptionDefinition option, YamlNode value)
    {
        if (OptionValue.Read(option, value) is { } read)
            setting.Set(option.Name, read);
        else
            errors.Add(ConfigFindings.Value(value, option.Name, option.Expected));
    }

    private static bool IsTrue(YamlNode value) => OptionValue.IsTrue(value.Value);
}
