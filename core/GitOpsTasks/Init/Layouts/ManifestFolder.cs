using GitOpsTasks.Trees;

namespace GitOpsTasks.Init.Layouts;

/// <summary>What the YAML files of one folder hold.</summary>
/// <param name="path">The folder.</param>
internal sealed class ManifestFolder(TreePath path)
{
    /// <summary>The folder.</summary>
    public TreePath Path { get; } = path;

    /// <summary>Its kustomization; null where it has none.</summary>
    public TreePath? Kustomization { get; set; }

    /// <summary>The files and folders that the kustomization takes in.</summary>
    public List<TreePath> Resources { get; } = [];

    /// <summary>Its first file with a workload; null where it has none.</summary>
    public TreePath? Workload { get; set; }

    /// <summary>Whether it has objects that tell an agent what to apply.</summary>
    public bool HasAgent { get; set; }

    /// <summary>Whether it has a chart.</summary>
    public TreePath? Chart { get; set; }

    /// <summary>Names of images, without tags.</summary>
    public SortedSet<string> Images { get; } = new(StringComparer.Ordinal);
}
