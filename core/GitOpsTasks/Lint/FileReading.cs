using System.Collections.Concurrent;
using GitOpsTasks.Lint.Configuration;
using GitOpsTasks.Lint.Suppression;
using GitOpsTasks.Lint.Yaml;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint;

/// <summary>Reads files, and looks at their text while it is at hand, on all cores.</summary>
/// <param name="tree">The tree they are in; several threads ask it.</param>
/// <param name="keepsFiles">Whether parsed files are kept for layers to come.</param>
/// <param name="onFile">Told of each file before its text is looked at; by one thread at a time.</param>
internal sealed class FileReading(IConfigTree tree, bool keepsFiles, Action<TreePath, int, int>? onFile)
{
    // Enough for a network to be asked seldom, and few enough for all cores to end at the same time.
    private const int FilesAtOnce = 64;

    private readonly Lock _gate = new();
    private int _begun;

    /// <summary>What is wrong with the text of some files, in their order.</summary>
    /// <param name="files">The files.</param>
    /// <param name="config">The rules; null to read the files alone.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public async Task<IReadOnlyList<LintedText>> LintAsync(IReadOnlyList<TreePath> files, YamlLintConfig? config, CancellationToken cancellationToken)
    {
        var linted = new LintedText[files.Count];
        var linters = new ConcurrentBag<YamlLinter>();
        await Parallel.ForAsync(0, (files.Count + FilesAtOnce - 1) / FilesAtOnce, cancellationToken, async (batch, cancel) =>
        {
            var (first, last) = (batch * FilesAtOnce, Math.Min(files.Count, (batch + 1) * FilesAtOnce));
            var read = await tree.ReadAsync([.. files.Skip(first).Take(last - first)], cancel);
            var linter = config is null ? null : linters.TryTake(out var idle) ? idle : new YamlLinter(config);
            for (var index = first; index < last; index++)
            {
                cancel.ThrowIfCancellationRequested();
                Tell(files[index], files.Count);
                linted[index] = Lint(files[index], read.GetValueOrDefault(files[index]), linter);
            }

            if (linter is not null)
                linters.Add(linter);
        });
        return linted;
    }

    /// <summary>The files that were linted, and others of the tree that they may speak of.</summary>
    /// <param name="linted">What was linted.</param>
    /// <param name="others">The others, which are read here.</param>
    /// <param name="isWhole">Whether these are all files of the tree.</param>
    /// <param name="levels">Which rules are on.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public async Task<LintedRepository> RepositoryOfAsync(
        IReadOnlyList<LintedText> linted, IReadOnlyList<TreePath> others, bool isWhole, RuleLevels levels, CancellationToken cancellationToken)
    {
        var read = await new FileReading(tree, keepsFiles: true, onFile: null).LintAsync(others, config: null, cancellationToken);
        var files = linted.Concat(read).Select(file => file.File).OfType<LintFile>();
        return new LintedRepository([.. others.Count == 0 ? files : files.OrderBy(file => file.Path)], tree, levels) { IsWhole = isWhole };
    }

    private LintedText Lint(TreePath path, TreeFile? text, YamlLinter? linter)
    {
        if (text is null)
            return new LintedText(path, [FileFindings.Gone(path)], File: null);
        var yaml = YamlFile.Parse(text.Content, path.Value);
        // The bytes of a file that is too large to be parsed are of no use to anybody.
        var isKept = keepsFiles && text.Content.Length <= YamlLimits.Default.Bytes;
        return new LintedText(path, linter?.Lint(yaml, path.Value) ?? [], isKept ? new LintFile(path, yaml) : null)
        {
            Directives = DirectiveReader.Read(yaml),
        };
    }

    private void Tell(TreePath path, int total)
    {
        if (onFile is null)
            return;
        lock (_gate)
            onFile(path, ++_begun, total);
    }
}
