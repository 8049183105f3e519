namespace GitOpsTasks.Yaml;

/// <summary>The nodes at a <see cref="YamlPath"/>; they are sought as they are enumerated.</summary>
public readonly struct YamlMatches
{
    private readonly YamlPath _path;
    private readonly IReadOnlyList<YamlNode> _roots;

    internal YamlMatches(YamlPath path, IReadOnlyList<YamlNode> roots)
    {
        _path = path;
        _roots = roots;
    }

    /// <summary>Seeks the nodes.</summary>
    public YamlPathWalk GetEnumerator() => new(_path, _roots);

    /// <summary>The first node, as written: it may be an alias. Null where there is none.</summary>
    /// <exception cref="Contracts.TaskFailedException">Aliases stand for more nodes than <see cref="YamlPath.AliasBudget"/>.</exception>
    public YamlNode? First()
    {
        foreach (var match in this)
            return match.Node;
        return null;
    }

    /// <summary>All nodes, as written: some may be aliases.</summary>
    /// <exception cref="Contracts.TaskFailedException">Aliases stand for more nodes than <see cref="YamlPath.AliasBudget"/>.</exception>
    public IReadOnlyList<YamlNode> ToList()
    {
        List<YamlNode> nodes = [];
        foreach (var match in this)
            nodes.Add(match.Node);
        return nodes;
    }
}
