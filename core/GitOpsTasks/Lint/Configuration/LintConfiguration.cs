using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Schema.Sources;
using GitOpsTasks.Lint.Yaml;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint.Configuration;

/// <summary>Finds the configuration that a request asks for, and fills in what neither it nor the request says.</summary>
internal static class LintConfiguration
{
    /// <summary>The settings of a request: the command line counts before the configuration.</summary>
    /// <exception cref="TaskFailedException">The configuration does not exist or is wrong.</exception>
    public static async ValueTask<LintSettings> LoadAsync(
        LintRequest request, EngineContext context, WorkTree tree, CancellationToken cancellationToken)
    {
        try
        {
            var folder = request.Config is null ? tree.RootPath : Path.GetDirectoryName(context.Resolve(request.Config))!;
            var config = request.Config is null
                ? await LintConfigFile.FindAsync(tree, cancellationToken) ?? new LintConfig()
                : await LintConfigFile.LoadAsync(context, request.Config, cancellationToken);
            config = FromFolder(config, folder, context);
            return await CompleteAsync(
                new LintSettings
                {
                    Config = config,
                    Only = request.Only,
                    Yaml = await TextRulesAsync(request, config, context, tree, cancellationToken),
                    Schema = request.Schema,
                    IncludesTemplates = request.YamllintConfig is not null,
                    ReadsWholeTree = true,
                    Renders = request.Render,
                },
                tree,
                cancellationToken);
        }
        catch (TaskFailedException e) when (request.YamllintExitCodes)
        {
            throw new TaskFailedException(LintVerdict.WrongConfiguration, e.Diagnostics, e);
        }
    }

    /// <summary>The settings with all that the configuration of the tree adds to them.</summary>
    /// <exception cref="TaskFailedException">The configuration is wrong.</exception>
    public static async ValueTask<LintSettings> CompleteAsync(LintSettings settings, IConfigTree tree, CancellationToken cancellationToken)
    {
        if (settings.IsComplete)
            return settings;
        var config = settings.Config ?? await LintConfigFile.FindAsync(tree, cancellationToken) ?? new LintConfig();
        var levels = RuleLevels.From(config.Rules);
        var yaml = settings.Yaml ?? await YamlLintConfigFile.OfAsync(config, tree, cancellationToken);
        var layers = LintLayers.Parse(config.Layers);
        return settings with
        {
            IsComplete = true,
            Config = config,
            Levels = levels,
            Ignore = config.Ignore.Count == 0 ? null : new PathPatterns(config.Ignore),
            Yaml = TextRuleLevels.Over(yaml, levels),
            Only = settings.Only.Count == 0 ? layers : settings.IsGate && layers.Count > 0 ? [.. settings.Only.Intersect(layers)] : settings.Only,
            Schema = settings.Schema with
            {
                KubernetesVersion = settings.Schema.KubernetesVersion ?? config.KubernetesVersion,
                Locations = settings.Schema.Locations.Count > 0 ? settings.Schema.Locations : [.. config.SchemaLocations.Select(SchemaLocation.Parse)],
            },
        };
    }

    private static async ValueTask<YamlLintConfig?> TextRulesAsync(
        LintRequest request, LintConfig config, EngineContext context, WorkTree tree, CancellationToken cancellationToken)
    {
        var folder = WorkTreeLocation.IsInside(tree.RootPath, context.Directory)
            ? TreePath.Parse(Path.GetRelativePath(tree.RootPath, context.Directory).Replace('\\', '/'))
            : TreePath.Root;
        if (request.YamllintConfig is { } named)
            return await YamlLintConfigFile.LoadAsync(context, named, folder.Value, cancellationToken);
        if (config.Yamllint is { } file)
            return await YamlLintConfigFile.LoadAsync(context, file, "", cancellationToken);
        return config.Preset is null ? await YamlLintConfigFile.FindAsync(tree, folder, cancellationToken) : null;
    }

    // Files named in the configuration, as if they were named on the command line.
    private static LintConfig FromFolder(LintConfig config, string folder, EngineContext context) => config with
    {
        Yamllint = FromFolder(config.Yamllint, folder, context),
        Baseline = FromFolder(config.Baseline, folder, context),
        SchemaLocations = [.. config.SchemaLocations.Select(location =>
            location == "default" || location.Contains("://", StringComparison.Ordinal) ? location : FromFolder(location, folder, context)!)],
    };

    private static string? FromFolder(string? path, string folder, EngineContext context) =>
        path is null || Path.IsPathRooted(path) ? path : Path.GetRelativePath(context.Directory, Path.Join(folder, path)).Replace('\\', '/');
}
