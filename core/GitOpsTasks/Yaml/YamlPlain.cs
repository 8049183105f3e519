namespace GitOpsTasks.Yaml;

/// <summary>A number, boolean or null, written as it is.</summary>
/// <param name="Text">Such as <c>3</c> or <c>true</c>.</param>
public sealed record YamlPlain(string Text) : YamlValue;
