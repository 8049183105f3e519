namespace GitOpsTasks.Yaml;

/// <summary>How a node is written.</summary>
public enum YamlStyle
{
    /// <summary>A scalar without quotes.</summary>
    Plain,

    /// <summary>A scalar in <c>'</c>.</summary>
    SingleQuoted,

    /// <summary>A scalar in <c>"</c>.</summary>
    DoubleQuoted,

    /// <summary>A block scalar after <c>|</c>.</summary>
    Literal,

    /// <summary>A block scalar after <c>&gt;</c>.</summary>
    Folded,

    /// <summary>A mapping or sequence by indentation.</summary>
    Block,

    /// <summary>A mapping or sequence in braces or brackets.</summary>
    Flow,
}
