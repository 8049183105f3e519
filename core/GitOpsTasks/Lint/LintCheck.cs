using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint;

/// <summary>The check that lint makes, as a function of a tree: also the gate of tasks that write.</summary>
public static class LintCheck
{
    /// <summary>A check of the YAML files at or below some paths.</summary>
    /// <param name="paths">Files or folders; the root for everything.</param>
    /// <param name="onFile">Told of each file before it is checked, with its number and how many there are.</param>
    public static TreeCheck Over(IReadOnlyList<TreePath> paths, Action<TreePath, int, int>? onFile = null) =>
        async (tree, cancellationToken) =>
        {
            var found = await HelmTemplates.ExcludeAsync(
                await YamlFiles.FindAsync(tree, paths, cancellationToken), tree, cancellationToken);
            var files = await tree.ReadAsync(found, cancellationToken);
            var findings = new List<Diagnostic>();
            foreach (var (number, path) in found.Index())
            {
                onFile?.Invoke(path, number + 1, found.Count);
                if (files.TryGetValue(path, out var file))
                    findings.AddRange(await CheckAsync(file, tree, cancellationToken));
            }

            return findings;
        };

    private static async ValueTask<IEnumerable<Diagnostic>> CheckAsync(
        TreeFile file, IConfigTree tree, CancellationToken cancellationToken)
    {
        var parsed = new LintFile(file.Path, YamlFile.Parse(file.Content, file.Path.Value));
        var findings = new List<Diagnostic>();
        foreach (var rule in LintRules.All)
            findings.AddRange(await rule.CheckAsync(parsed, tree, cancellationToken));
        return findings.OrderBy(finding => finding.Place?.Line).ThenBy(finding => finding.Place?.Column);
    }
}
