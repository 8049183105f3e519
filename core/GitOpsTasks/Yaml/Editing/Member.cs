namespace GitOpsTasks.Yaml;

/// <summary>A pair of a mapping or an item of a sequence.</summary>
/// <param name="First">The key, or the item.</param>
/// <param name="Last">The value, or the item.</param>
internal readonly record struct Member(YamlNode First, YamlNode Last);
