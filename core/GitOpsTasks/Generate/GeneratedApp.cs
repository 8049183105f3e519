namespace GitOpsTasks.Generate;

/// <summary>The files of one application; paths are from the root of the work tree.</summary>
/// <param name="Name">The application's name.</param>
/// <param name="Spec">The path of its spec.</param>
/// <param name="Written">Files that are new or changed; with <c>--check</c>, that would be.</param>
/// <param name="Removed">Files that are gone; with <c>--check</c>, that would be.</param>
/// <param name="Unchanged">Files that are as the spec says.</param>
public sealed record GeneratedApp(
    string Name, string Spec, IReadOnlyList<string> Written, IReadOnlyList<string> Removed, IReadOnlyList<string> Unchanged);
