using GitOpsTasks.Edits.Kustomize;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Builds;

/// <summary>A scalar of a kustomization that names a file, a folder or an address.</summary>
/// <param name="Node">The scalar.</param>
/// <param name="Text">Its text.</param>
/// <param name="Path">What it names in the tree; null for an address, or a path that leaves the tree.</param>
internal readonly record struct NamedPath(YamlNode Node, string Text, TreePath? Path)
{
    /// <summary>Reads a scalar of a kustomization in a folder.</summary>
    public static NamedPath Of(TreePath folder, YamlNode node)
    {
        var text = node.Value;
        return new NamedPath(node, text, !RemoteReference.Is(text) && folder.TryCombine(text, out var path) ? path : null);
    }
}
