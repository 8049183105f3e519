using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Edits.Helm;
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
        var candidates = await YamlFiles.FindWithImagesAsync(tree, paths, cancellationToken);
        var files = await tree.ReadAsync(candidates, cancellationToken);
        var found = candidates.Where(files.ContainsKey).Select(path => files[path])
            .Where(file => plan.Images.Any(update => ImageMention.IsPossible(file, update)) || plan.Setters.Any(setter => ImageMention.IsPossible(file, setter)))
            .Select(file => (file.Path, Edit: ImageFileEdit.Of(file, plan.Images, rules, plan.Setters)))
            .ToList();
        var edits = found.ConvertAll(file => file.Edit);
        if (!allowNoMatch && !IsOnlyOfCharts(paths, rules) && Unmatched(plan, edits) is { Count: > 0 } unmatched)
            throw NoMatch(unmatched, edits, candidates.Count);
        if (rules.SetsAppVersion)
            edits.AddRange(await EditChartsAsync(tree, paths, plan, found, cancellationToken));
        return new ChangeSet
        {
            Files = [.. edits.Select(edit => edit.Change).OfType<FileChange>()],
            Fields = [.. edits.SelectMany(edit => edit.Fields)],
            Diagnostics = [.. edits.SelectMany(edit => edit.Diagnostics)],
        };
    };

    // The charts beside the files that name the images, and those that were asked for by their path.
    private static async Task<IEnumerable<ImageFileEdit>> EditChartsAsync(
        IConfigTree tree, IReadOnlyList<TreePath> paths, Plan plan, List<(TreePath Path, ImageFileEdit Edit)> found, CancellationToken cancellationToken)
    {
        var updates = found.SelectMany(file => Updates(file.Edit).Select(update => (Chart: Combine(file.Path.Parent), update)))
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

    private static List<string> Unmatched(Plan plan, List<ImageFileEdit> edits) =>
    [
        .. plan.Images.Except(edits.SelectMany(edit => edit.Matched)).Select(update => $"the image '{update.Name}'"),
        .. plan.Setters.Except(edits.SelectMany(edit => edit.MatchedSetters)).Select(setter => $"the image policy '{setter.Policy}'"),
    ];

    private static TaskFailedException NoMatch(List<string> unmatched, List<ImageFileEdit> edits, int fileCount)
    {
        var skipped = edits.SelectMany(edit => edit.Diagnostics);
        var errors = unmatched.Select(subject => Diagnostic.Error(
            BumpCodes.NoMatch,
            $"No place for {subject} was found in {Count.Of(fileCount, "file")}.",
            "Check its name as the files write it, or pass --allow-no-match."));
        return new TaskFailedException(ExitCode.Findings, [.. skipped, .. errors]);
    }
}
