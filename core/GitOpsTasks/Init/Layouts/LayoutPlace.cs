using GitOpsTasks.Trees;

namespace GitOpsTasks.Init.Layouts;

/// <summary>Where the configuration of an application is.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment; null where none can be told.</param>
/// <param name="Path">A folder, or a file of values.</param>
/// <param name="Template">The path with <c>{app}</c>.</param>
/// <param name="Source">The file that shows it, such as a kustomization.</param>
internal sealed record LayoutPlace(string App, string? Environment, TreePath Path, string Template, TreePath Source)
{
    /// <summary>The images that it names, without tags.</summary>
    public IReadOnlyList<string> Images { get; init; } = [];

    /// <summary>The folder of all of the application.</summary>
    public TreePath Root { get; init; }
}
