using System.Globalization;
using System.Text.RegularExpressions;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Yaml.Configuration;

/// <summary>Reads the values of options.</summary>
internal static class OptionValue
{
    /// <summary>The value; null where it is of the wrong kind.</summary>
    public static object? Read(OptionDefinition option, YamlNode value)
    {
        if (option.IsList)
            return ReadList(option, value);
        if (!value.IsScalar)
            return null;
        return value.TypeIn(YamlSchema.Yaml11) switch
        {
            YamlScalarType.Boolean when option.TakesFlag => IsTrue(value.Value),
            YamlScalarType.Integer when option.TakesNumber && int.TryParse(value.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            YamlScalarType.String when option.Choices?.Contains(value.Value, StringComparer.Ordinal) is true => value.Value,
            _ => null,
        };
    }

    /// <summary>Whether a word of YAML 1.1 is true.</summary>
    public static bool IsTrue(string word) => word.ToUpperInvariant() is "TRUE" or "YES" or "ON" or "Y";

    private static string[]? ReadList(OptionDefinition option, YamlNode value)
    {
        if (!value.IsSequence)
            return null;
        var items = value.Items.Select(item => item.Resolved).ToList();
        if (!items.TrueForAll(item => item.IsScalar))
            return null;
        var texts = items.ConvertAll(item => item.Value).ToArray();
        if (option.Choices is { } choices && !Array.TrueForAll(texts, choices.Contains))
            return null;
        return !option.IsPatterns || Array.TrueForAll(texts, IsPattern) ? texts : null;
    }

    private static bool IsPattern(string text)
    {
        try
        {
            _ = new Regex(text, RegexOptions.None, TimeSpan.FromSeconds(1));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
