namespace GitOpsTasks.Yaml;

/// <summary>A key of a mapping with its value.</summary>
/// <param name="Key">The key's node.</param>
/// <param name="Value">The value's node, which may be an alias.</param>
public readonly record struct YamlPair(YamlNode Key, YamlNode Value);
