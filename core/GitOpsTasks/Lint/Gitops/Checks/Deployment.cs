using GitOpsTasks.Lint.Gitops.Builds;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint.Gitops.Checks;

/// <summary>What an agent applies of a folder.</summary>
internal static class Deployment
{
    /// <summary>What Flux applies: the folder's kustomization, or else all manifests below, and kustomizations where they are met.</summary>
    public static BuildResult OfFlux(RepositoryGraph graph, TreePath folder) => Join(Parts(graph, folder, isRecursive: true, stopsAtKustomization: true));

    /// <summary>What Argo CD applies: the folder's kustomization, or else its manifests; nothing is known of charts.</summary>
    public static BuildResult OfArgo(RepositoryGraph graph, TreePath folder, bool isDirectory, bool isRecursive)
    {
        if (isDirectory)
            return Join(Parts(graph, folder, isRecursive, stopsAtKustomization: false));
        return graph.ByFolder.TryGetValue(folder, out var kustomization) ? graph.Builds.Of(kustomization) : BuildResult.Unknown;
    }

    private static IEnumerable<BuildResult> Parts(RepositoryGraph graph, TreePath start, bool isRecursive, bool stopsAtKustomization)
    {
        var open = new Stack<TreePath>([start]);
        while (open.TryPop(out var folder))
        {
            if (stopsAtKustomization && graph.ByFolder.TryGetValue(folder, out var kustomization))
            {
                yield return graph.Builds.Of(kustomization);
                continue;
            }

            foreach (var file in graph.FilesIn(folder))
                yield return graph.Builds.OfFile(file.Path);
            foreach (var child in isRecursive ? graph.FoldersIn(folder) : [])
                open.Push(child);
        }
    }

    private static BuildResult Join(IEnumerable<BuildResult> parts)
    {
        var all = parts.ToList();
        return all.Count == 1 ? all[0] : new BuildResult([.. all.SelectMany(part => part.Resources)]) { IsOpen = all.Exists(part => part.IsOpen) };
    }
}
