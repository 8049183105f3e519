namespace GitOpsTasks.Yaml;

/// <summary>What a <see cref="YamlNode"/> is.</summary>
public enum YamlKind
{
    /// <summary>Text, number, boolean or nothing at all.</summary>
    Scalar,

    /// <summary>Keys with values.</summary>
    Mapping,

    /// <summary>Items in order.</summary>
    Sequence,

    /// <summary>A reference to an anchored node.</summary>
    Alias,
}
