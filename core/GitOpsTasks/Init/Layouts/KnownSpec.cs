using GitOpsTasks.Trees;

namespace GitOpsTasks.Init.Layouts;

/// <summary>An app spec that is there already.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">The application's name.</param>
/// <param name="Image">Registry and repository of its image; null where it cannot be read.</param>
internal sealed record KnownSpec(TreePath Path, string Name, string? Image);
