using GitOpsTasks.Generate.Agents;
using GitOpsTasks.Generate.Spec;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Generate;

/// <summary>Where the manifests of one application go.</summary>
/// <param name="Base">The folder of the base; nothing is written there where manifests are laid out flat.</param>
/// <param name="Overlays">The overlay of each environment, or the folder of its whole manifests.</param>
public sealed record GenerateTarget(TreePath Base, IReadOnlyList<OverlayTarget> Overlays)
{
    /// <summary>The folder that is generated into, which has the record of what was.</summary>
    public TreePath Folder => Base.Parent;

    /// <summary>The agent that is told of it; its objects go beside the base.</summary>
    public AgentKind Agent { get; init; }

    /// <summary><c>base</c> and <c>overlays/ENVIRONMENT</c> below a folder, or <c>ENVIRONMENT</c> where manifests are laid out flat.</summary>
    public static GenerateTarget Below(TreePath folder, OutputLayout layout, IEnumerable<string> environments) => new(
        folder.Combine("base"),
        [.. environments.Select(name => new OverlayTarget(name, folder.Combine(layout == OutputLayout.Flat ? name : $"overlays/{name}")))]);
}
