using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Yaml.Configuration;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint.Yaml;

/// <summary>Finds and reads yamllint configurations.</summary>
public static class YamlLintConfigFile
{
    private static readonly string[] s_names = [".yamllint", ".yamllint.yaml", ".yamllint.yml"];

    /// <summary>The configuration of a folder or of the nearest folder above it that has one; null where none has.</summary>
    /// <exception cref="TaskFailedException">It is not one.</exception>
    public static async ValueTask<YamlLintConfig?> FindAsync(IConfigTree tree, TreePath folder, CancellationToken cancellationToken)
    {
        for (var at = folder; ; at = at.Parent)
        {
            var entries = await tree.ListAsync(at, cancellationToken);
            foreach (var name in s_names)
            {
                if (entries.FirstOrDefault(entry => entry.IsFile && entry.Path.Name == name) is { IsFile: true } entry && entry.Path.Name == name)
                    return await ReadAsync(tree, entry.Path, cancellationToken);
            }

            if (at.IsRoot)
                return null;
        }
    }

    /// <summary>A configuration named by a person: a file, or a preset where there is no such file.</summary>
    /// <param name="context">Relative paths start at its directory.</param>
    /// <param name="name">The file, or <c>default</c>, <c>relaxed</c> or <c>gitops</c>.</param>
    /// <param name="folder">The folder, from the root of the tree, that patterns start at.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="TaskFailedException">GOT1004: there is no such file; GOT21xx: it is not a configuration.</exception>
    public static async ValueTask<YamlLintConfig> LoadAsync(
        EngineContext context, string name, string folder, CancellationToken cancellationToken)
    {
        ReadConfigFile read = async (path, cancel) => File.Exists(context.Resolve(path))
            ? await File.ReadAllBytesAsync(context.Resolve(path), cancel)
            : default(ReadOnlyMemory<byte>?);
        var content = await read(name, cancellationToken) ?? (Presets.Find(name) is { } preset ? preset : default(ReadOnlyMemory<byte>?)) ?? throw TaskFailedException.Usage(
            UsageCodes.PathNotFound, $"'{name}' does not exist.", "Give a yamllint configuration file, or the name of a preset: default, relaxed or gitops.");
        return await YamlLintConfigReader.ReadAsync(content, name, read, cancellationToken) with { Folder = folder };
    }

    /// <summary>The rules about text that a configuration of lint names; else the .yamllint file of the tree, else the preset <c>gitops</c>.</summary>
    internal static async ValueTask<YamlLintConfig> OfAsync(LintConfig config, IConfigTree tree, CancellationToken cancellationToken)
    {
        if (config.Yamllint is { } file && TreePath.TryParse(file, out var path) && await tree.ReadAsync(path, cancellationToken) is not null)
            return await ReadAsync(tree, path, cancellationToken);
        if (config.Yamllint is { } missing)
        {
            throw TaskFailedException.Usage(
                LintCodes.ConfigurationNotFound, $"'{missing}' does not exist.", "Correct 'yamllint' in the configuration of lint.");
        }

        if (config.Preset is { } preset)
            return preset == Presets.GitOps ? YamlLintConfig.GitOps : Presets.Read(preset);
        return await FindAsync(tree, TreePath.Root, cancellationToken) ?? YamlLintConfig.GitOps;
    }

    private static async ValueTask<YamlLintConfig> ReadAsync(IConfigTree tree, TreePath path, CancellationToken cancellationToken)
    {
        ReadConfigFile read = async (name, cancel) =>
        {
            if (!path.Parent.TryCombine(name, out var named))
                return null;
            var files = await tree.ReadAsync([named], cancel);
            return files.TryGetValue(named, out var file) ? file.Content : default(ReadOnlyMemory<byte>?);
        };
        var content = (await tree.ReadAsync([path], cancellationToken))[path].Content;
        return await YamlLintConfigReader.ReadAsync(content, path.Value, read, cancellationToken) with { Folder = path.Parent.Value };
    }
}
