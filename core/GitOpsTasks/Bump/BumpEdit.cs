using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Edits.Kustomize;
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
        if (rules.ReplacesEntries)
            return ChangesOf(await EntryReplacement.AtAsync(tree, paths, plan.Images, cancellationToken));
        var files = await ConfigurationFiles.ReadAsync(tree, paths, cancellationToken);
        var edits = files.Values.Where(file => Mentions(file, plan.Images)).ToDictionary(file => file.Path, file => ImageFileEdit.Of(file, plan.Images, rules));
        var added = await MissingEntries.FindAsync(tree, paths, files, edits.ToDictionary(edit => edit.Key, edit => edit.Value.Matched), plan.Images, rules, cancellationToken);
        foreach (var (path, entries) in added.Entries)
            edits[path] = ImageFileEdit.Of(files[path], plan.Images, rules, entries);
        if (!allowNoMatch && plan.Images.Except(edits.Values.SelectMany(edit => edit.Matched)).Except(added.Added).ToList() is { Count: > 0 } unmatched)
            throw NoMatch(unmatched, edits.Values, files.Count, added.Unread);
        return ChangesOf(edits.OrderBy(edit => edit.Key).Select(edit => edit.Value));
    };

    private static ChangeSet ChangesOf(IEnumerable<ImageFileEdit> edits)
    {
        var all = edits.ToList();
        return new ChangeSet
        {
            Files = [.. all.Select(edit => edit.Change).OfType<FileChange>()],
            Fields = [.. all.SelectMany(edit => edit.Fields)],
            Superseded = [.. all.SelectMany(edit => edit.Superseded)],
            Diagnostics = [.. all.SelectMany(edit => edit.Diagnostics)],
        };
    }

    // A file that holds none of the names cannot hold an image of that name: it need not be parsed.
    private static bool Mentions(TreeFile file, IReadOnlyList<ImageUpdate> updates) =>
        updates.Any(update => file.Content.Span.IndexOf(Encoding.UTF8.GetBytes(DockerHub.ShortForm(update.Name))) >= 0);

    private static TaskFailedException NoMatch(
        List<ImageUpdate> unmatched, IEnumerable<ImageFileEdit> edits, int fileCount, IReadOnlyList<string> unread)
    {
        var skipped = edits.SelectMany(edit => edit.Diagnostics);
        var rest = unread.Count == 0 ? "" : $" What kustomizations build on from elsewhere was not read: {string.Join(", ", unread)}.";
        var advice = unread.Count == 0 ? "" : "Pass --add-entry to set the image in the kustomization at the path all the same, or check its name";
        var errors = unmatched.Select(update => Diagnostic.Error(
            BumpCodes.NoMatch,
            $"No place for the image '{update.Name}' was found in {Count.Of(fileCount, "file")}.{rest}",
            $"{(unread.Count == 0 ? "Check its name" : advice)} as the files write it, or pass --allow-no-match."));
        return new TaskFailedException(ExitCode.Findings, [.. skipped, .. errors]);
    }
}
