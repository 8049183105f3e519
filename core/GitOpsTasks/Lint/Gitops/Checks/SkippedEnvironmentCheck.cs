using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Lint.Gitops.Builds;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint.Gitops.Checks;

/// <summary>An environment runs what those before it run: gitops.yaml says by <c>from</c> which comes before which.</summary>
internal static class SkippedEnvironmentCheck
{
    /// <summary>The images that came past the environments before.</summary>
    public static IEnumerable<Diagnostic> Run(RepositoryGraph graph)
    {
        if (ConfigOf(graph) is not { } config)
            yield break;
        foreach (var environment in config.Environments.Where(environment => environment.From is not null))
        {
            foreach (var app in AppsOf(config, environment, graph))
            {
                var earlier = Before(config, environment).Select(before => BuildOf(graph, config.EnvironmentPath(before, app))).OfType<BuildResult>().ToList();
                if (BuildOf(graph, config.EnvironmentPath(environment, app)) is not { } build || earlier.Count == 0 || earlier.Exists(other => other.IsOpen))
                    continue;
                var known = earlier.SelectMany(Images).Select(image => image.Reference).ToHashSet(StringComparer.Ordinal);
                foreach (var image in Images(build).Where(image => !known.Contains(image.Reference)).DistinctBy(image => image.Node))
                    yield return Tell(image, environment);
            }
        }
    }

    private static GitOpsConfig? ConfigOf(RepositoryGraph graph)
    {
        if (!TreePath.TryParse(GitOpsConfigFile.DefaultName, out var path) || graph.Repository.Find(path) is not { } file)
            return null;
        try
        {
            return GitOpsConfigFile.Parse(file.Yaml.Content, path.Value);
        }
        catch (TaskFailedException)
        {
            return null; // The tasks that need it tell what is wrong with it.
        }
    }

    private static IEnumerable<EnvironmentConfig> Before(GitOpsConfig config, EnvironmentConfig environment)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var before = environment.From; before is not null && seen.Add(before); before = config.Environment(before)?.From)
        {
            if (config.Environment(before) is { } found)
                yield return found;
        }
    }

    private static IEnumerable<string> AppsOf(GitOpsConfig config, EnvironmentConfig environment, RepositoryGraph graph)
    {
        if (config.Apps.Count > 0)
            return config.Apps.Keys;
        var path = environment.Path ?? "apps/{app}";
        var end = path.IndexOf("{app}", StringComparison.Ordinal);
        return end >= 0 && TreePath.TryParse(path[..end], out var folder) ? graph.FoldersIn(folder).Select(child => child.Name) : [""];
    }

    private static BuildResult? BuildOf(RepositoryGraph graph, string path) =>
        TreePath.TryParse(path, out var folder) && graph.ByFolder.TryGetValue(folder, out var kustomization) ? graph.Builds.Of(kustomization) : null;

    private static IEnumerable<BuiltImage> Images(BuildResult build) =>
        build.Resources.SelectMany(resource => resource.Images).Where(image => !image.IsReplaced && !TemplatedText.Is(image.Reference));

    private static Diagnostic Tell(BuiltImage image, EnvironmentConfig environment) => GitopsRules.SkippedEnvironment.At(
        image.Node,
        $"'{environment.Name}' runs '{image.Reference}', which no environment before it runs.",
        $"Promote it from '{environment.From}', where it can prove itself first.");
}
