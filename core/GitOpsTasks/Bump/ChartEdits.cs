using GitOpsTasks.Edits;
using GitOpsTasks.Edits.Helm;
using GitOpsTasks.Images;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Bump;

/// <summary>Lets the <c>appVersion</c> of charts follow the images in their values.</summary>
internal static class ChartEdits
{
    /// <summary>The charts beside the files that name the images, and those that were asked for by their path.</summary>
    public static async Task<IReadOnlyList<ImageFileEdit>> BesideAsync(
        IReadOnlyDictionary<TreePath, ImageFileEdit> edits, IReadOnlyList<TreePath> paths, IConfigTree tree, Plan plan, ImageEditRules rules, CancellationToken cancellationToken)
    {
        var updates = edits.SelectMany(edit => Updates(edit.Value).Select(update => (Chart: edit.Key.Parent.Combine(ChartFile.Name), update)))
            .Concat(paths.Where(path => path.Name == ChartFile.Name).SelectMany(path => plan.AllUpdates.Select(update => (Chart: path, update))))
            .ToLookup(pair => pair.Chart, pair => pair.update);
        var charts = await tree.ReadAsync([.. updates.Select(chart => chart.Key)], cancellationToken);
        return [.. updates.Where(chart => charts.ContainsKey(chart.Key)).Select(chart => ChartFile.Edit(charts[chart.Key], [.. chart], rules))];
    }

    private static IEnumerable<ImageUpdate> Updates(ImageFileEdit edit) => edit.Matched.Concat(edit.MatchedSetters.Select(setter => setter.ToUpdate()));
}
