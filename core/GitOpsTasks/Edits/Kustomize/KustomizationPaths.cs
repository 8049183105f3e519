using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Edits.Kustomize;

/// <summary>The kustomizations that are meant by paths: that of a folder, not those below it.</summary>
internal static class KustomizationPaths
{
    /// <summary>The files that a path may mean.</summary>
    public static IEnumerable<TreePath> Candidates(TreePath path) => KustomizationFile.Names.Select(path.Combine).Concat(path.IsRoot ? [] : [path]);

    /// <summary>The files of the kustomizations at some paths; a path without one is left out.</summary>
    public static IReadOnlyList<TreePath> At(IReadOnlyList<TreePath> paths, IReadOnlyDictionary<TreePath, TreeFile> files) =>
        [.. paths.SelectMany(path => files.ContainsKey(path) ? [path] : FilesIn(path, files)).Where(path => KustomizationNode.Read(files[path]) is not null).Distinct()];

    /// <summary>The file of the kustomization at a path, as kustomize finds it.</summary>
    /// <exception cref="TaskFailedException">GOT3030: there is none, or several.</exception>
    public static TreeFile TheOneAt(TreePath path, IReadOnlyDictionary<TreePath, TreeFile> files)
    {
        if (files.TryGetValue(path, out var file))
            return file;
        var found = FilesIn(path, files).ToList();
        if (found.Count == 1)
            return files[found[0]];
        var shown = path.IsRoot ? "." : path.Value;
        throw TaskFailedException.Findings(
            EditCodes.NoKustomization,
            found.Count == 0 ? $"'{shown}' has no kustomization." : $"'{shown}' has several kustomizations: {string.Join(", ", found.Select(other => other.Name))}.",
            found.Count == 0 ? "Give the folder of a kustomization; those below it are not meant." : "Leave one of them.");
    }

    private static IEnumerable<TreePath> FilesIn(TreePath folder, IReadOnlyDictionary<TreePath, TreeFile> files) =>
        KustomizationFile.Names.Select(folder.Combine).Where(files.ContainsKey);
}
