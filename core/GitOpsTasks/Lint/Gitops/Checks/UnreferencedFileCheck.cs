using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Gitops.Builds;
using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint.Gitops.Checks;

/// <summary>
/// Where a folder has a kustomization, agents apply what it names and nothing else: a manifest beside it that is not named
/// was forgotten. One that the kustomization mentions in a comment was left out on purpose, and applications of Argo CD
/// are mostly applied by hand.
/// </summary>
internal static class UnreferencedFileCheck
{
    private static readonly string[] s_tools =
    [
        "kind.x-k8s.io", "k3d.io", "eksctl.io", "kubeadm.k8s.io", "kubelet.config.k8s.io", "cli.kyverno.io", "chainsaw.kyverno.io", "kuttl.dev", "backstage.io",
        "argoproj.io", "skaffold", "apiserver.config.k8s.io", "audit.k8s.io", "apiserver.k8s.io",
    ];

    /// <summary>The files that were forgotten.</summary>
    public static IEnumerable<Diagnostic> Run(RepositoryGraph graph)
    {
        var directories = graph.Argo.SelectMany(application => application.Sources).Where(source => source.Node["directory"] is not null)
            .Select(source => source.Path).OfType<TreePath>().ToHashSet();
        var manifests = graph.Manifests.ToLookup(placed => placed.File.Path, placed => placed.Manifest);
        foreach (var kustomization in graph.Kustomizations)
        {
            var text = Encoding.UTF8.GetString(kustomization.File.Yaml.Content.Span);
            foreach (var file in Around(graph, kustomization).Where(file => !graph.Named.Contains(file.Path) && !directories.Contains(file.Path.Parent)))
            {
                var all = manifests[file.Path].Where(manifest => manifest.Name is not null).ToList();
                if (all.Count > 0 && !file.Path.Name.StartsWith('.') && !all.TrueForAll(IsOfTool) && !Mentions(text, file.Path.Name))
                    yield return Tell(file, all[0], kustomization);
            }
        }
    }

    // The folder itself, and folders below it of which it names a file.
    private static IEnumerable<LintFile> Around(RepositoryGraph graph, Kustomization kustomization) => kustomization.Resources
        .Where(reference => reference.Path is { } path && graph.Repository.Find(path) is not null).Select(reference => reference.Path!.Value.Parent)
        .Where(folder => folder.IsIn(kustomization.Folder) && !graph.ByFolder.ContainsKey(folder)).Prepend(kustomization.Folder).Distinct()
        .SelectMany(graph.FilesIn).Where(file => file != kustomization.File && !KustomizationPatches.IsKustomization(file));

    private static bool Mentions(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || text[at - 1] is not ('.' or '-' or '_') && !char.IsLetterOrDigit(text[at - 1]))
                return true;
        }

        return false;
    }

    private static bool IsOfTool(Manifest manifest) => s_tools.Any(group => manifest.Kind.Group == group || manifest.Kind.ApiVersion.StartsWith(group + "/", StringComparison.Ordinal));

    private static Diagnostic Tell(LintFile file, Manifest manifest, Kustomization kustomization) => GitopsRules.UnreferencedFile.At(
        manifest.Root["metadata"]?["name"] ?? manifest.Root,
        $"No kustomization names '{file.Path.Name}', so {manifest.Kind.Kind} '{manifest.Name}' is not applied.",
        $"Add it to the resources of '{kustomization.File.Path}', or remove the file.");
}
