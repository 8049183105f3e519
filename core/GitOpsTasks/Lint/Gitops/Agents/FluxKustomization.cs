using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Agents;

/// <summary>A Kustomization of Flux.</summary>
/// <param name="Placed">Its manifest.</param>
internal sealed record FluxKustomization(PlacedManifest Placed)
{
    /// <summary>Its name.</summary>
    public string Name => Placed.Manifest.Name ?? "";

    /// <summary>Its spec.</summary>
    public YamlNode? Spec { get; } = Placed.Manifest.Root["spec"];

    /// <summary>The scalar of its path; null where it builds the root of its source.</summary>
    public YamlNode? PathNode => Spec?["path"] is { IsScalar: true, IsNull: false } path ? path : null;

    /// <summary>Where its path is from the root of its source; null where it is filled in later or leaves it.</summary>
    public TreePath? Path { get; } = PathOf((Placed.Manifest.Root["spec"]?.Text("path") ?? "").TrimStart('/'));

    /// <summary>What it says is done before it is applied; null where nothing is.</summary>
    public YamlNode? PostBuild => Spec?["postBuild"] is { IsMapping: true } node ? node : null;

    /// <summary>Whether its objects get other names.</summary>
    public bool Renames => Spec?["namePrefix"] is not null || Spec?["nameSuffix"] is not null;

    /// <summary>Whether it takes objects away or changes them.</summary>
    public bool HasPatches => Spec?["patches"]?.Items.Any() == true;

    private static TreePath? PathOf(string text) => !text.Contains("${", StringComparison.Ordinal) && TreePath.TryParse(text, out var path) ? path : null;
}
