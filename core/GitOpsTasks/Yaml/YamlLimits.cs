namespace GitOpsTasks.Yaml;

/// <summary>Budgets that keep a hostile file from using up time or memory.</summary>
/// <param name="Bytes">The largest file read.</param>
/// <param name="Depth">The deepest nesting followed.</param>
/// <param name="Nodes">The most nodes a file may have, over all its documents.</param>
/// <param name="Aliases">The most aliases a file may have. They are never expanded: this protects who walks through them.</param>
/// <param name="Errors">After so many syntax errors the rest of the file is not read.</param>
public sealed record YamlLimits(
    int Bytes = 32 * 1024 * 1024, int Depth = 200, int Nodes = 8_000_000, int Aliases = 100_000, int Errors = 50)
{
    /// <summary>What is used where nothing is said.</summary>
    public static YamlLimits Default { get; } = new();
}
