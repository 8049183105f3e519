using GitOpsTasks.Edits;
using GitOpsTasks.Edits.Helm;
using GitOpsTasks.Edits.Kustomize;
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
            return ChangesOf(await EntryReplacement.AtAsync(tree, paths, plan.Images, rules, cancellationToken));
        var files = await ConfigurationFiles.ReadAsync(tree, paths, cancellationToken);
        var edits = files.Values.Where(file => Mentions(file, plan))
            .ToDictionary(file => file.Path, file => ImageFileEdit.Of(file, plan.Images, rules, plan.Setters));
        var added = await MissingEntries.FindAsync(
            tree, paths, files, edits.ToDictionary(edit => edit.Key, edit => edit.Value.Matched), plan.Images, rules, cancellationToken);
        foreach (var (path, entries) in added.Entries)
            edits[path] = ImageFileEdit.Of(files[path], plan.Images, rules, plan.Setters, entries);
        if (!allowNoMatch && !IsOnlyOfCharts(paths, rules))
            await Unmatched.RefuseAsync(plan, [.. edits.Values], added, files.Count, () => UnfollowedLinks.OnWayToAsync(paths, tree, cancellationToken));
        var charts = rules.SetsAppVersion ? await ChartEdits.BesideAsync(edits, paths, tree, plan, rules, cancellationToken) : [];
        return ChangesOf([.. edits.OrderBy(edit => edit.Key).Select(edit => edit.Value), .. added.Kept, .. charts]);
    };

    private static ChangeSet ChangesOf(IReadOnlyList<ImageFileEdit> edits) => new()
    {
        Files = [.. edits.Select(edit => edit.Change).OfType<FileChange>()],
        Fields = [.. edits.SelectMany(edit => edit.Fields)],
        Superseded = [.. edits.SelectMany(edit => edit.Superseded)],
        Diagnostics = [.. edits.SelectMany(edit => edit.Diagnostics)],
    };

    // A file that holds none of the names cannot hold an image of that name: it need not be parsed.
    private static bool Mentions(TreeFile file, Plan plan) =>
        plan.Images.Any(update => ImageMention.IsPossible(file, update)) || plan.Setters.Any(setter => ImageMention.IsPossible(file, setter));

    // A chart that is asked for by its path says no image's name: that it is set is the match.
    private static bool IsOnlyOfCharts(IReadOnlyList<TreePath> paths, ImageEditRules rules) =>
        rules.SetsAppVersion && paths.All(path => path.Name == ChartFile.Name);
}
