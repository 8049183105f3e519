using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Yaml.Configuration;

/// <summary>What can be wrong with a configuration.</summary>
internal static class ConfigFindings
{
    /// <summary>A name that nothing has.</summary>
    public static Diagnostic Unknown(string what, YamlNode name, IEnumerable<string> known)
    {
        var text = name.IsScalar ? name.Value : "";
        var nearest = EditDistance.Nearest(text, known);
        return Diagnostic.Error(
            LintCodes.ConfigurationUnknown,
            $"There is no {what} '{text}'.",
            nearest is null ? "Take it out." : $"Did you mean '{nearest}'?",
            name.Place);
    }

    /// <summary>A value that its key cannot have.</summary>
    public static Diagnostic Value(YamlNode value, string key, string expected) => Diagnostic.Error(
        LintCodes.ConfigurationValue, $"'{key}' has a value it cannot have.", $"Write {expected}.", value.Place);
}
