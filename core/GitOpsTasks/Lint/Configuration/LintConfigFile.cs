using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Configuration;

/// <summary>Finds and reads how a repository is checked.</summary>
public static class LintConfigFile
{
    /// <summary>The name looked for at the root of the tree.</summary>
    public const string Name = ".gitops-lint.yaml";

    /// <summary>The configuration at the root of a tree: <see cref="Name"/>, else the lint section of gitops.yaml; null where neither is there.</summary>
    /// <exception cref="TaskFailedException">Exit code 2, with all that is wrong in it.</exception>
    public static async ValueTask<LintConfig?> FindAsync(IConfigTree tree, CancellationToken cancellationToken)
    {
        var (own, shared) = (TreePath.Parse(Name), TreePath.Parse(GitOpsConfigFile.DefaultName));
        var files = await tree.ReadAsync([own, shared], cancellationToken);
        if (files.TryGetValue(own, out var file))
            return Read(file.Content, Name);
        return files.TryGetValue(shared, out var whole) && IsWhole(whole.Content, shared.Value) ? Read(whole.Content, shared.Value) : null;
    }

    /// <summary>A configuration named by a person.</summary>
    /// <exception cref="TaskFailedException">GOT1004: there is no such file; or with all that is wrong in it.</exception>
    public static async Task<LintConfig> LoadAsync(EngineContext context, string path, CancellationToken cancellationToken) => Read(
        await ConfigReader.LoadAsync(context, path, "Give a .gitops-lint.yaml, or a gitops.yaml with a lint section (docs/lint.md).", cancellationToken), path);

    // What has an apiVersion is a gitops.yaml, by whatever name.
    private static LintConfig Read(ReadOnlyMemory<byte> content, string path) => IsWhole(content, path)
        ? GitOpsConfigFile.Parse(content, path).Lint
        : ConfigReader.Read(content, path, LintConfigReader.Read);

    private static bool IsWhole(ReadOnlyMemory<byte> content, string path) =>
        YamlFile.Parse(content, path).Documents is [var root, ..] && root.Text("apiVersion")?.StartsWith("gitops-tasks/", StringComparison.Ordinal) is true;
}
