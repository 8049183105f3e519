namespace GitOpsTasks.Yaml;

/// <summary>Budgets that keep a hostile file from using up time or memory.</summary>
/// <param name="Bytes">The largest file read.</param>
/// <param name="Depth">The deepest nesting followed.</param>
public sealed record YamlLimits(int Bytes = 32 * 1024 * 1024, int Depth = 200)
{
    /// <summary>What is used where nothing is said.</summary>
    public static YamlLimits Default { get; } = new();
}
