using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Yaml;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint;

/// <summary>The check that lint makes, as a function of a tree: also the gate of tasks that write.</summary>
public static class LintCheck
{
    // Enough for a network to be asked seldom, and few enough for all cores to end at the same time.
    private const int FilesAtOnce = 128;

    /// <summary>A check of the YAML files at or below some paths.</summary>
    /// <param name="paths">Files or folders; the root for everything.</param>
    /// <param name="onFile">Told of each file before it is checked, with its number and how many there are; by one thread at a time.</param>
    public static TreeCheck Over(IReadOnlyList<TreePath> paths, Action<TreePath, int, int>? onFile = null) =>
        Over(paths, LintSettings.Default, onFile);

    /// <summary>A check of the YAML files at or below some paths, on all cores.</summary>
    /// <param name="paths">Files or folders; the root for everything.</param>
    /// <param name="settings">What is looked for.</param>
    /// <param name="onFile">Told of each file before it is checked, with its number and how many there are; by one thread at a time.</param>
    public static TreeCheck Over(IReadOnlyList<TreePath> paths, LintSettings settings, Action<TreePath, int, int>? onFile = null) =>
        async (tree, cancellationToken) =>
        {
            var config = settings.Yaml ?? await YamlLintConfigFile.FindAsync(tree, TreePath.Root, cancellationToken) ?? YamlLintConfig.GitOps;
            var files = await LintedFiles.FindAsync(tree, paths, config, settings, cancellationToken);
            var findings = new IReadOnlyList<Diagnostic>[files.Count];
            var parsed = new LintFile?[files.Count];
            var begun = 0;
            var gate = new Lock();
            await Parallel.ForEachAsync(
                files.Index().Chunk(FilesAtOnce),
                cancellationToken,
                async (batch, cancel) =>
                {
                    var read = await tree.ReadAsync([.. batch.Select(file => file.Item)], cancel);
                    var linter = new YamlLinter(config);
                    foreach (var (index, path) in batch)
                    {
                        cancel.ThrowIfCancellationRequested();
                        lock (gate)
                            onFile?.Invoke(path, ++begun, files.Count);
                        parsed[index] = read.TryGetValue(path, out var file) ? new LintFile(path, YamlFile.Parse(file.Content, path.Value)) : null;
                        findings[index] = parsed[index] is { } one ? await CheckAsync(one, linter, settings, tree, cancel) : [];
                        if (settings.Checks.Count == 0)
                            parsed[index] = null;
                    }
                });
            return await CheckTogetherAsync(files, findings, [.. parsed.OfType<LintFile>()], settings, cancellationToken);
        };

    private static async ValueTask<IReadOnlyList<Diagnostic>> CheckTogetherAsync(
        IReadOnlyList<TreePath> files, IReadOnlyList<Diagnostic>[] findings, IReadOnlyList<LintFile> parsed, LintSettings settings, CancellationToken cancellationToken)
    {
        var together = new List<Diagnostic>();
        foreach (var check in settings.Checks)
            together.AddRange(await check(parsed, cancellationToken));
        if (together.Count == 0)
            return [.. findings.SelectMany(found => found)];
        var byFile = together.ToLookup(finding => finding.Place?.File, StringComparer.Ordinal);
        return [.. files.Index().SelectMany<(int Index, TreePath Item), Diagnostic>(file => byFile.Contains(file.Item.Value)
            ? findings[file.Index].Concat(byFile[file.Item.Value]).OrderBy(finding => finding.Place?.Line).ThenBy(finding => finding.Place?.Column)
            : findings[file.Index])];
    }

    private static async ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(
        LintFile parsed, YamlLinter linter, LintSettings settings, IConfigTree tree, CancellationToken cancellationToken)
    {
        var ofText = settings.Includes(LintLayer.Yaml) ? linter.Lint(parsed.Yaml, parsed.Path.Value) : [];
        if (!settings.Includes(LintLayer.Gitops))
            return ofText;
        var findings = new List<Diagnostic>();
        foreach (var rule in LintRules.All)
            findings.AddRange(await rule.CheckAsync(parsed, tree, cancellationToken));
        return findings.Count == 0
            ? ofText
            : [.. ofText.Concat(findings).OrderBy(finding => finding.Place?.Line).ThenBy(finding => finding.Place?.Column)];
    }
}
