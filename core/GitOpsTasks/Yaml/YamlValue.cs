namespace GitOpsTasks.Yaml;

/// <summary>A value to be written as YAML: what generated manifests and inserted nodes are made of.</summary>
public abstract record YamlValue
{
    /// <summary>A text that every reader takes for a string.</summary>
    public static implicit operator YamlValue(string text) => new YamlText(text);

    /// <summary>A whole number.</summary>
    public static implicit operator YamlValue(int number) => new YamlPlain(number.ToString());

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static implicit operator YamlValue(bool flag) => new YamlPlain(flag ? "true" : "false");
}
