using GitOpsTasks.Trees;

namespace GitOpsTasks.Generate;

/// <summary>Where the manifests of one application go.</summary>
/// <param name="Base">The folder of the base.</param>
/// <param name="Overlays">The overlay of each environment.</param>
public sealed record GenerateTarget(TreePath Base, IReadOnlyList<OverlayTarget> Overlays)
{
    /// <summary>The folder that is generated into, which has the record of what was.</summary>
    public TreePath Folder => Base.Parent;

    /// <summary><c>base</c> and <c>overlays/ENVIRONMENT</c> below a folder.</summary>
    public static GenerateTarget Below(TreePath folder, IEnumerable<string> environments) => new(
        folder.Combine("base"),
        [.. environments.Select(name => new OverlayTarget(name, folder.Combine($"overlays/{name}")))]);
}
