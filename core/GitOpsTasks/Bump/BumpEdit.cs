using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Images;
using GitOpsTasks.Reporting;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Bump;

/// <summary>The edit of a bump: every image of the plan, in every file that names it.</summary>
public static class BumpEdit
{
    /// <summary>An edit over some paths of a tree.</summary>
    /// <param name="paths">Files or folders; the root for everything.</param>
    /// <param name="allowNoMatch">Whether an image that no file names is fine.</param>
    /// <param name="rules">What the edit may do.</param>
    public static TreeEdit Over(IReadOnlyList<TreePath> paths, bool allowNoMatch, ImageEditRules rules) => async (tree, plan, cancellationToken) =>
    {
        var candidates = await YamlFiles.FindAsync(tree, paths, cancellationToken);
        var files = await tree.ReadAsync(candidates, cancellationToken);
        var edits = candidates.Where(files.ContainsKey).Select(path => files[path])
            .Where(file => Mentions(file, plan.Images))
            .Select(file => ImageFileEdit.Of(file, plan.Images, rules))
            .ToList();
        if (!allowNoMatch && plan.Images.Except(edits.SelectMany(edit => edit.Matched)).ToList() is { Count: > 0 } unmatched)
            throw NoMatch(unmatched, [.. edits.SelectMany(edit => edit.Diagnostics), .. await LinksAsync(tree, paths, cancellationToken)], candidates.Count);
        return new ChangeSet
        {
            Files = [.. edits.Select(edit => edit.Change).OfType<FileChange>()],
            Fields = [.. edits.SelectMany(edit => edit.Fields)],
            Diagnostics = [.. edits.SelectMany(edit => edit.Diagnostics)],
        };
    };

    // A file that holds none of the names cannot hold an image of that name: it need not be parsed.
    private static bool Mentions(TreeFile file, IReadOnlyList<ImageUpdate> updates) =>
        updates.Any(update => file.Content.Span.IndexOf(Encoding.UTF8.GetBytes(update.Name)) >= 0);

    // Links in folders are passed over silently; one that was named, or that leads to what was named, was meant.
    private static async Task<IReadOnlyList<Diagnostic>> LinksAsync(IConfigTree tree, IReadOnlyList<TreePath> paths, CancellationToken cancellationToken)
    {
        var links = new List<Diagnostic>();
        foreach (var path in paths)
        {
            for (var at = path; !at.IsRoot; at = at.Parent)
            {
                if ((await tree.ListAsync(at.Parent, cancellationToken)).Any(entry => entry.Path == at && entry.Kind == TreeEntryKind.SymbolicLink))
                    links.Add(Diagnostic.Warning(TreeCodes.NotARegularFile, $"'{at}' is a symbolic link and was not followed.", "Name the file itself.", new SourcePlace(at.Value)));
            }
        }

        return links;
    }

    private static TaskFailedException NoMatch(List<ImageUpdate> unmatched, IReadOnlyList<Diagnostic> skipped, int fileCount)
    {
        var errors = unmatched.Select(update => Diagnostic.Error(
            BumpCodes.NoMatch,
            $"No place for the image '{update.Name}' was found in {Count.Of(fileCount, "file")}.",
            "Check its name as the files write it, or pass --allow-no-match."));
        return new TaskFailedException(ExitCode.Findings, [.. skipped, .. errors]);
    }
}
