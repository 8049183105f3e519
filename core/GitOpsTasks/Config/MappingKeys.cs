using GitOpsTasks.Yaml;

namespace GitOpsTasks.Config;

/// <summary>The keys of a mapping, each once.</summary>
internal static class MappingKeys
{
    /// <summary>Keys and values, aliases followed; keys that stand twice, are no texts or fail the check are reported and left out.</summary>
    public static IEnumerable<(string Key, YamlNode Value)> Of(
        YamlNode mapping, ConfigFindings findings, Func<string, string>? check = null)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, value) in mapping.Pairs)
        {
            var name = key.Resolved;
            if (!name.IsScalar)
                findings.Error(ConfigCodes.WrongType, key, "This key is not a text.", "Write a plain name before the colon.");
            else if (!seen.Add(name.Value))
                findings.Error(ConfigCodes.DuplicateKey, key, $"The key '{name.Value}' stands here twice.", "Remove one of the two.");
            else if (check is null || Passes(name, check, findings))
                yield return (name.Value, value.Resolved);
        }
    }

    private static bool Passes(YamlNode name, Func<string, string> check, ConfigFindings findings)
    {
        try
        {
            check(name.Value);
            return true;
        }
        catch (FormatException e)
        {
            findings.Error(ConfigCodes.InvalidValue, name, $"'{name.Value}' is not a name that can stand here.", e.Message);
            return false;
        }
    }
}
