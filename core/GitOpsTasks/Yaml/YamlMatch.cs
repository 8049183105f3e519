namespace GitOpsTasks.Yaml;

/// <summary>A node found by a path. Valid until the search goes on.</summary>
public readonly ref struct YamlMatch
{
    internal YamlMatch(ReadOnlySpan<YamlNode> chain) => Chain = chain;

    /// <summary>
    /// The nodes from the root to the one found, as walked: aliases stand for what is below their anchor, and the value of a
    /// <c>&lt;&lt;</c> stands before what was found in it.
    /// </summary>
    public ReadOnlySpan<YamlNode> Chain { get; }

    /// <summary>The node found, as written: it may be an alias.</summary>
    public YamlNode Node => Chain[^1];
}
