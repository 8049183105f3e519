using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Yaml;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint;

/// <summary>Finds the configuration that a request asks for.</summary>
internal static class LintConfiguration
{
    /// <summary>The settings of a request.</summary>
    /// <exception cref="TaskFailedException">The configuration does not exist or is wrong.</exception>
    public static async ValueTask<LintSettings> LoadAsync(
        LintRequest request, EngineContext context, WorkTree tree, CancellationToken cancellationToken)
    {
        var folder = WorkTreeLocation.IsInside(tree.RootPath, context.Directory)
            ? TreePath.Parse(Path.GetRelativePath(tree.RootPath, context.Directory).Replace('\\', '/'))
            : TreePath.Root;
        try
        {
            var config = request.YamllintConfig is { } name
                ? await YamlLintConfigFile.LoadAsync(context, name, folder.Value, cancellationToken)
                : await YamlLintConfigFile.FindAsync(tree, folder, cancellationToken);
            return new LintSettings
            {
                Only = request.Only,
                Yaml = config ?? YamlLintConfig.GitOps,
                Schema = request.Schema,
                IncludesTemplates = request.YamllintConfig is not null,
                ReadsWholeTree = true,
            };
        }
        catch (TaskFailedException e) when (request.YamllintExitCodes)
        {
            throw new TaskFailedException(LintVerdict.WrongConfiguration, e.Diagnostics, e);
        }
    }
}
