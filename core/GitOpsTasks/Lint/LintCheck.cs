using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Configuration;
using GitOpsTasks.Lint.Gitops;
using GitOpsTasks.Lint.Policy;
using GitOpsTasks.Lint.Schema;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint;

/// <summary>The check that lint makes, as a function of a tree: also the gate of tasks that write.</summary>
public static class LintCheck
{
    /// <summary>A check of the YAML files at or below some paths, on all cores.</summary>
    /// <param name="paths">Files or folders; the root for everything.</param>
    /// <param name="settings">What is looked for.</param>
    /// <param name="context">For schemas that are fetched, and for rendering.</param>
    /// <param name="onFile">Told of each file before it is checked, with its number and how many there are; by one thread at a time.</param>
    public static TreeCheck Over(
        IReadOnlyList<TreePath> paths, LintSettings settings, EngineContext context, Action<TreePath, int, int>? onFile = null) =>
        async (tree, cancellationToken) =>
        {
            var shared = new SharedTree(tree);
            var complete = await LintConfiguration.CompleteAsync(settings, shared, cancellationToken);
            var findings = await CheckAsync(shared, paths, complete, context, onFile, cancellationToken);
            return [.. findings.Select(complete.Levels.Apply).OfType<Diagnostic>()];
        };

    /// <summary>The check of a folder that a change has to pass.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="context">For schemas that are fetched.</param>
    public static TreeCheck Gate(TreePath folder, EngineContext context) => Over([folder], LintSettings.Gate, context);

    private static async ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(
        IConfigTree tree, IReadOnlyList<TreePath> paths, LintSettings settings, EngineContext context, Action<TreePath, int, int>? onFile, CancellationToken cancellationToken)
    {
        var files = await LintedFiles.FindAsync(tree, paths, settings, cancellationToken);
        var layers = Layers(settings, context).ToList();
        var reading = new FileReading(tree, layers.Count > 0, onFile);
        var told = await reading.LintAsync(files, settings.Includes(LintLayer.Yaml) ? settings.Yaml : null, cancellationToken);
        if (layers.Count == 0)
            return Merge(told, [], settings);
        var others = settings.ReadsWholeTree ? await LintedFiles.FindOthersAsync(tree, files, settings, cancellationToken) : [];
        var isWhole = settings.ReadsWholeTree || paths.Any(path => path.IsRoot);
        var repository = await reading.RepositoryOfAsync(told, others, isWhole, settings.Levels, cancellationToken);
        var findings = await Task.WhenAll(layers.Select(layer => Task.Run(() => layer(repository, cancellationToken).AsTask(), cancellationToken)));
        return Merge(told, findings.SelectMany(ofLayer => ofLayer), settings);
    }

    private static IEnumerable<FilesCheck> Layers(LintSettings settings, EngineContext context)
    {
        if (settings.Includes(LintLayer.Schema))
            yield return (repository, cancel) => SchemaLayer.CheckAsync(repository, settings.Schema, context, cancel);
        if (settings.Includes(LintLayer.Gitops))
            yield return GitopsLayer.CheckAsync;
        if (settings.Includes(LintLayer.Policy))
            yield return (repository, cancel) => PolicyLayer.CheckAsync(repository, settings.Renders ? context : null, cancel);
    }

    // Findings on files that were read for the sake of others are not told: nobody asked about them.
    private static IReadOnlyList<Diagnostic> Merge(IReadOnlyList<LintedText> files, IEnumerable<Diagnostic> found, LintSettings settings)
    {
        var byFile = found.ToLookup(finding => finding.Place?.File, StringComparer.Ordinal);
        var ofFiles = files.SelectMany(file => file.Directives.Filter(InOrder(file, byFile), settings.LooksFor));
        return [.. ofFiles, .. byFile[null]];
    }

    private static IReadOnlyCollection<Diagnostic> InOrder(LintedText file, ILookup<string?, Diagnostic> byFile) => byFile.Contains(file.Path.Value)
        ? [.. file.Findings.Concat(byFile[file.Path.Value]).OrderBy(finding => finding.Place?.Line).ThenBy(finding => finding.Place?.Column)]
        : file.Findings;
}
