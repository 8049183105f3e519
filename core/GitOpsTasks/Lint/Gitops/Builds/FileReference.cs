using GitOpsTasks.Edits.Kustomize;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Builds;

/// <summary>A file or folder that a kustomization names; not an address.</summary>
/// <param name="Node">The scalar.</param>
/// <param name="Text">The path in it, as it is written.</param>
/// <param name="Path">What it names; null where that is outside the repository.</param>
/// <param name="MayBeFolder">Whether it may name a folder with a kustomization.</param>
internal readonly record struct FileReference(YamlNode Node, string Text, TreePath? Path, bool MayBeFolder)
{
    /// <summary>What the kustomizations of a file name.</summary>
    public static IReadOnlyList<FileReference> In(LintFile file)
    {
        List<FileReference>? found = null;
        foreach (var root in file.Yaml.Documents.Where(KustomizationFile.Is))
        {
            foreach (var node in KustomizationReferences.FilesOrFolders(root))
                Add(node, node.Value, mayBeFolder: true);
            foreach (var (node, path) in KustomizationReferences.Files(root))
                Add(node, path, mayBeFolder: false);
        }

        return found ?? (IReadOnlyList<FileReference>)[];
        void Add(YamlNode node, string text, bool mayBeFolder)
        {
            if (!RemoteReference.Is(text))
                (found ??= []).Add(new FileReference(node, text, file.Path.Parent.TryCombine(text, out var path) ? path : null, mayBeFolder));
        }
    }
}
