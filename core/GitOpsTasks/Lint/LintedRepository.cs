using GitOpsTasks.Lint.Configuration;
using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint;

/// <summary>The parsed files of a repository, for checks of what files say about each other.</summary>
/// <param name="files">Files under check and, where the whole tree was read, the others; in the order of their paths.</param>
/// <param name="tree">The tree they are in, for what is no YAML.</param>
/// <param name="levels">Which rules are on; each as it is of itself where null.</param>
public sealed class LintedRepository(IReadOnlyList<LintFile> files, IConfigTree tree, RuleLevels? levels = null)
{
    private readonly Lazy<IReadOnlyList<FileManifests>> _manifests = new(() => FileManifests.Read(files));
    private readonly Lazy<Dictionary<TreePath, LintFile>> _byPath = new(() => files.ToDictionary(file => file.Path));

    /// <summary>The files, in the order of their paths.</summary>
    public IReadOnlyList<LintFile> Files => files;

    /// <summary>The tree they are in.</summary>
    public IConfigTree Tree => tree;

    /// <summary>Which rules are on. What layers find is filtered by it; they ask it to spare costly work.</summary>
    public RuleLevels Levels => levels ?? RuleLevels.Default;

    /// <summary>Whether <see cref="Files"/> are all YAML files of the tree, so that what is not among them does not exist.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The absolute folder the tree is in, for programs that read it; null where it is in none.</summary>
    internal string? Folder => (tree as WorkTree)?.RootPath ?? (tree as SharedTree)?.Folder;

    /// <summary>The manifests of each of <see cref="Files"/>, in the same order; read once, when first asked for.</summary>
    internal IReadOnlyList<FileManifests> Manifests => _manifests.Value;

    /// <summary>A file by its path; null where it was not read.</summary>
    public LintFile? Find(TreePath path) => _byPath.Value.GetValueOrDefault(path);
}
