using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint;

/// <summary>Templates of Helm charts are text with holes: YAML only after rendering, so not checked as YAML.</summary>
internal static class HelmTemplates
{
    /// <summary>The files that are not below the <c>templates</c> folder of a chart.</summary>
    public static async ValueTask<IReadOnlyList<TreePath>> ExcludeAsync(
        IReadOnlyList<TreePath> files, IConfigTree tree, CancellationToken cancellationToken)
    {
        var isChart = new Dictionary<TreePath, bool>();
        var kept = new List<TreePath>(files.Count);
        foreach (var file in files)
        {
            var isTemplate = false;
            if (!file.Value.Contains("templates/", StringComparison.Ordinal))
            {
                kept.Add(file);
                continue;
            }

            for (var folder = file.Parent; !folder.IsRoot && !isTemplate; folder = folder.Parent)
            {
                if (folder.Name != "templates")
                    continue;
                if (!isChart.TryGetValue(folder.Parent, out isTemplate))
                {
                    var siblings = await tree.ListAsync(folder.Parent, cancellationToken);
                    isTemplate = isChart[folder.Parent] = siblings.Any(entry => entry.Path.Name == "Chart.yaml");
                }
            }

            if (!isTemplate)
                kept.Add(file);
        }

        return kept;
    }
}
