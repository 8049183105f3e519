using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Init.Sources;

/// <summary>The services of a compose file.</summary>
internal sealed class ComposeFile
{
    private ComposeFile(TreePath path, YamlNode root)
    {
        Path = path;
        Root = root;
    }

    /// <summary>Its names, those that compose looks for first coming first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"];

    /// <summary>Where it is.</summary>
    public TreePath Path { get; }

    /// <summary>Its only document.</summary>
    public YamlNode Root { get; }

    /// <summary>The services by the nodes of their names, in the order written.</summary>
    public IEnumerable<(YamlNode Key, YamlNode Node)> Services =>
        from pair in ComposeText.Find(Root, "services")?.Pairs ?? []
        where pair.Key.IsScalar && pair.Value.Resolved.IsMapping
        select (pair.Key, pair.Value.Resolved);

    /// <summary>Reads one.</summary>
    /// <exception cref="TaskFailedException">It is not YAML, or has no services, with line and column.</exception>
    public static ComposeFile Read(TreePath path, ReadOnlyMemory<byte> content)
    {
        var file = YamlFile.Parse(content, path.Value);
        if (!file.IsValid)
            throw new TaskFailedException(ExitCode.Usage, [.. file.Diagnostics.Where(found => found.Severity == Severity.Error)]);
        return file.Documents is [var root] && ComposeText.Find(root, "services") is { IsMapping: true }
            ? new ComposeFile(path, root)
            : throw TaskFailedException.Usage(
                InitCodes.Unreadable, "The compose file has no services.", "Write them under 'services', or name another file with --from.",
                file.Documents is [var first, ..] ? first.Place : new SourcePlace(path.Value, 1, 1));
    }

    /// <summary>Whether a file is a compose file by its name; overrides, which are for development, are not.</summary>
    public static bool IsOne(TreePath path) => Names.Contains(path.Name);
}
