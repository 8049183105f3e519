using GitOpsTasks.Trees;

namespace GitOpsTasks.Edits.Kustomize;

/// <summary>JSON files that kustomizations name as resources or patches; other JSON is no configuration that is known.</summary>
internal static class ReferencedJson
{
    /// <summary>The JSON files in some paths that kustomizations there name.</summary>
    public static IReadOnlyList<TreePath> In(IReadOnlyList<TreePath> paths, IEnumerable<TreeFile> files) =>
    [
        .. files.Where(file => KustomizationFile.Names.Contains(file.Path.Name) && file.Content.Span.IndexOf(".json"u8) >= 0)
            .Select(KustomizationNode.Read).OfType<KustomizationNode>()
            .SelectMany(node => node.References)
            .Where(path => path.Value.EndsWith(".json", StringComparison.Ordinal) && paths.Any(path.IsIn)).Distinct().Order(),
    ];
}
