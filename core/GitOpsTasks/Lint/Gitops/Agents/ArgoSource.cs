using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Agents;

/// <summary>A source of an application of Argo CD.</summary>
/// <param name="Node">Its mapping.</param>
internal sealed record ArgoSource(YamlNode Node)
{
    private static readonly string[] s_revisions = ["", "HEAD", "main", "master", "trunk"];

    /// <summary>The address of the repository.</summary>
    public string Address { get; } = Node.Text("repoURL") ?? "";

    /// <summary>The scalar of the path; null where there is none.</summary>
    public YamlNode? PathNode { get; } = Node["path"] is { IsScalar: true, IsNull: false } path ? path : null;

    /// <summary>What is deployed of the repository.</summary>
    public string Revision { get; } = Node.Text("targetRevision") ?? "";

    /// <summary>Whether a generator fills in where it is.</summary>
    public bool IsTemplate { get; } = new[] { "repoURL", "path", "targetRevision" }.Any(field => Node.Text(field) is { } text && IsFilledIn(text));

    /// <summary>Whether it is read from the branch that this tree is about to become.</summary>
    public bool FollowsBranch => Node.Text("chart") is null && s_revisions.Contains(Revision);

    /// <summary>Where it is from the root; null where it is not said, filled in by a generator, or outside.</summary>
    public TreePath? Path { get; } =
        Node["path"] is { IsScalar: true, IsNull: false, Value: var text } && !IsFilledIn(text) && TreePath.TryParse(text, out var path) ? path : null;

    /// <summary>Whether its files are manifests that are applied as they are.</summary>
    public bool IsDirectory(RepositoryGraph graph) =>
        Path is { } path && Node["plugin"] is null && Node["helm"] is null && Node["kustomize"] is null
        && (Node["directory"] is not null || (!graph.ByFolder.ContainsKey(path) && !graph.FilesIn(path).Any(file => file.Path.Name == "Chart.yaml")));

    /// <summary>Whether folders below are read too.</summary>
    public bool IsRecursive => Node["directory"]?.Text("recurse") == "true";

    private static bool IsFilledIn(string text) => text.Contains("{{", StringComparison.Ordinal) || text.Contains("${", StringComparison.Ordinal);
}
