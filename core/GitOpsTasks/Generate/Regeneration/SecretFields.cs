using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>Which fields hold secrets: they are neither recorded nor shown.</summary>
internal static class SecretFields
{
    /// <summary>Whether an object is a Secret.</summary>
    public static bool IsSecret(YamlMap @object) => @object.At("kind").Scalar() == "Secret";

    /// <summary>Whether a path of a Secret leads to values.</summary>
    public static bool Hold(string path) => path.StartsWith("data", StringComparison.Ordinal) || path.StartsWith("stringData", StringComparison.Ordinal);
}
