using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Edits.Helm;
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
        var candidates = await YamlFiles.FindWithImagesAsync(tree, paths, cancellationToken);
        var files = await tree.ReadAsync(candidates, cancellationToken);
        var found = candidates.Where(files.ContainsKey).Select(path => files[path])
            .Where(file => plan.Images.Any(update => ImageMention.IsPossible(file, update)) || plan.Setters.Any(setter => ImageMention.IsPossible(file, setter)))
            .ToDictionary(file => file.Path, file => ImageFileEdit.Of(file, plan.Images, rules, plan.Setters));
        var missing = await MissingEntries.FindAsync(
            tree, paths, files, found.ToDictionary(file => file.Key, file => file.Value.Matched), plan.Images, rules, cancellationToken);
        foreach (var (path, entries) in missing.Entries)
            found[path] = ImageFileEdit.Of(files[path], plan.Images, rules, plan.Setters, entries);
        var edits = found.OrderBy(file => file.Key).Select(file => file.Value).ToList();
        if (!allowNoMatch && !IsOnlyOfCharts(paths, rules) && Unmatched(plan, edits, missing) is { Count: > 0 } unmatched)
            throw NoMatch(unmatched, edits, candidates.Count, missing.Unread);
        if (rules.SetsAppVersion)
            edits.AddRange(await EditChartsAsync(tree, paths, plan, found, cancellationToken));
        return ChangesOf(edits);
    };

    private static ChangeSet ChangesOf(IReadOnlyList<ImageFileEdit> all)
    {
        return new ChangeSet
        {
            Files = [.. all.Select(edit => edit.Change).OfType<FileChange>()],
            Fields = [.. all.SelectMany(edit => edit.Fields)],
            Diagnostics = [.. all.SelectMany(edit => edit.Diagnostics)],
        };
    }

    // The charts beside the files that name the images, and those that were asked for by their path.
    private static async Task<IEnumerable<ImageFileEdit>> EditChartsAsync(
        IConfigTree tree, IReadOnlyList<TreePath> paths, Plan plan, Dictionary<TreePath, ImageFileEdit> found, CancellationToken cancellationToken)
    {
        var updates = found.SelectMany(file => Updates(file.Value).Select(update => (Chart: Combine(file.Key.Parent), update)))
            .Concat(paths.Where(path => path.Name == ChartFile.Name).SelectMany(path => plan.AllUpdates.Select(update => (Chart: path, update))))
            .ToLookup(pair => pair.Chart, pair => pair.update);
        var charts = await tree.ReadAsync([.. updates.Select(chart => chart.Key)], cancellationToken);
        return updates.Where(chart => charts.ContainsKey(chart.Key)).Select(chart => ChartFile.Edit(charts[chart.Key], [.. chart]));
    }

    // A chart that is asked for by its path says no image's name: that it is set is the match.
    private static bool IsOnlyOfCharts(IReadOnlyList<TreePath> paths, ImageEditRules rules) =>
        rules.SetsAppVersion && paths.All(path => path.Name == ChartFile.Name);

    private static TreePath Combine(TreePath folder) => folder.Combine(ChartFile.Name);

    private static IEnumerable<ImageUpdate> Updates(ImageFileEdit edit) => edit.Matched.Concat(edit.MatchedSetters.Select(setter => setter.ToUpdate()));

    private static List<string> Unmatched(Plan plan, List<ImageFileEdit> edits, MissingEntries missing) =>
    [
        .. plan.Images.Except(edits.SelectMany(edit => edit.Matched)).Except(missing.Added).Select(update => $"the image '{update.Name}'"),
        .. plan.Setters.Except(edits.SelectMany(edit => edit.MatchedSetters)).Select(setter => $"the image policy '{setter.Policy}'"),
    ];

    private static TaskFailedException NoMatch(List<string> unmatched, List<ImageFileEdit> edits, int fileCount, IReadOnlyList<string> unread)
    {
        var skipped = edits.SelectMany(edit => edit.Diagnostics);
        var rest = unread.Count == 0 ? "" : $" What kustomizations build on from elsewhere was not read: {string.Join(", ", unread)}.";
        var advice = unread.Count == 0 ? "Check its name" : "Pass --add-entry to set it in the kustomization at the path all the same, or check its name";
        var errors = unmatched.Select(subject => Diagnostic.Error(
            BumpCodes.NoMatch,
            $"No place for {subject} was found in {Count.Of(fileCount, "file")}.{rest}",
            advice + " as the files write it, or pass --allow-no-match."));
        return new TaskFailedException(ExitCode.Findings, [.. skipped, .. errors]);
    }
}
