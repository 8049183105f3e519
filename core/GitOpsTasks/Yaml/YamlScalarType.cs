namespace GitOpsTasks.Yaml;

/// <summary>What a reader makes of a scalar.</summary>
public enum YamlScalarType
{
    /// <summary>Text, <c>!!str</c>.</summary>
    String,

    /// <summary>Nothing, <c>~</c> or <c>null</c>, <c>!!null</c>.</summary>
    Null,

    /// <summary>A truth value, <c>!!bool</c>.</summary>
    Boolean,

    /// <summary>A whole number, <c>!!int</c>.</summary>
    Integer,

    /// <summary>A number with a fraction or exponent, an infinity or no number, <c>!!float</c>.</summary>
    Float,

    /// <summary>A date, with or without a time, <c>!!timestamp</c>; in YAML 1.1 only.</summary>
    Timestamp,

    /// <summary>The key <c>&lt;&lt;</c> that takes in another mapping, <c>!!merge</c>; in YAML 1.1 only.</summary>
    Merge,

    /// <summary>The key <c>=</c> for the default of a mapping, <c>!!value</c>; in YAML 1.1 only, where few readers know it.</summary>
    DefaultValue,
}
