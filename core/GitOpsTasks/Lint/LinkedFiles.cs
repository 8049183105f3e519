using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint;

/// <summary>Symbolic links among the files that are checked.</summary>
internal static class LinkedFiles
{
    /// <summary>The file that an entry is, or that it leads to within the tree; null where there is none.</summary>
    public static TreePath? FileOf(IConfigTree tree, TreeEntry entry) => entry.Kind switch
    {
        TreeEntryKind.File or TreeEntryKind.Executable => entry.Path,
        TreeEntryKind.SymbolicLink when tree is WorkTree work => work.TargetOf(entry.Path).File,
        _ => null,
    };

    /// <summary>A note for each link that should have been checked and cannot be.</summary>
    public static async ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(
        WorkTree tree, IReadOnlyList<TreePath> paths, LintSettings settings, CancellationToken cancellationToken)
    {
        var notes = new List<Diagnostic>();
        foreach (var path in paths)
        {
            foreach (var entry in await tree.ListRecursivelyAsync(path, cancellationToken))
            {
                if (entry.Kind == TreeEntryKind.SymbolicLink && (entry.Path == path || YamlFiles.IsYaml(entry.Path))
                    && settings.Ignored?.Contains(entry.Path, path) is not true && tree.TargetOf(entry.Path) is { File: null } target)
                {
                    notes.Add(Diagnostic.Note(
                        LintCodes.LinkNotFollowed, $"This link is not followed: it leads {target.Where}.", "Put a file in its place, or name the file it leads to.", new SourcePlace(entry.Path.Value)));
                }
            }
        }

        return notes;
    }
}
