using GitOpsTasks.Lint.Configuration;
using GitOpsTasks.Lint.Yaml;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint;

/// <summary>Reads files, and looks at their text while it is at hand, on all cores.</summary>
/// <param name="tree">The tree they are in.</param>
/// <param name="keepsFiles">Whether parsed files are kept for layers to come.</param>
/// <param name="onFile">Told of each file before its text is looked at; by one thread at a time.</param>
internal sealed class FileReading(IConfigTree tree, bool keepsFiles, Action<TreePath, int, int>? onFile)
{
    // Enough for a network to be asked seldom, and few enough for all cores to end at the same time.
    private const int FilesAtOnce = 128;

    private readonly Lock _gate = new();
    private int _begun;

    /// <summary>What is wrong with the text of some files, in their order.</summary>
    /// <param name="files">The files.</param>
    /// <param name="config">The rules; null to read the files alone.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public async Task<IReadOnlyList<LintedText>> LintAsync(IReadOnlyList<TreePath> files, YamlLintConfig? config, CancellationToken cancellationToken)
    {
        var linted = new LintedText[files.Count];
        await Parallel.ForEachAsync(files.Index().Chunk(FilesAtOnce), cancellationToken, async (batch, cancel) =>
        {
            var read = await tree.ReadAsync([.. batch.Select(file => file.Item)], cancel);
            var linter = config is null ? null : new YamlLinter(config);
            foreach (var (index, path) in batch)
            {
                cancel.ThrowIfCancellationRequested();
                Tell(path, files.Count);
                var file = read.TryGetValue(path, out var text) ? new LintFile(path, YamlFile.Parse(text.Content, path.Value)) : null;
                linted[index] = new LintedText(
                    path, file is null || linter is null ? [] : linter.Lint(file.Yaml, path.Value), keepsFiles ? file : null);
            }
        });
        return linted;
    }

    /// <summary>The files that were linted, and others of the tree that they may speak of.</summary>
    public async Task<LintedRepository> RepositoryOfAsync(
        IReadOnlyList<LintedText> linted, IReadOnlyList<TreePath> others, RuleLevels levels, CancellationToken cancellationToken)
    {
        var read = await new FileReading(tree, keepsFiles: true, onFile: null).LintAsync(others, config: null, cancellationToken);
        return new LintedRepository([.. linted.Concat(read).Select(file => file.File).OfType<LintFile>().OrderBy(file => file.Path)], tree, levels);
    }

    private void Tell(TreePath path, int total)
    {
        if (onFile is null)
            return;
        lock (_gate)
            onFile(path, ++_begun, total);
    }
}
