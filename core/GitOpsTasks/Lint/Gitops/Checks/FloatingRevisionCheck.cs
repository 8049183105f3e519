using System.Text.RegularExpressions;
using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Edits.Kustomize;
using GitOpsTasks.Lint.Gitops.Agents;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Checks;

/// <summary>Charts and other repositories are named by one version. The branch of the configuration repository itself is meant to move.</summary>
internal static partial class FloatingRevisionCheck
{
    /// <summary>The versions and revisions that move.</summary>
    public static IEnumerable<Diagnostic> Run(RepositoryGraph graph) =>
        OfArgo(graph).Concat(OfFlux(graph)).Concat(OfKustomize(graph));

    private static IEnumerable<Diagnostic> OfArgo(RepositoryGraph graph)
    {
        foreach (var source in graph.Argo.SelectMany(application => application.Sources).Where(source => !TemplatedText.Is(source.Revision)))
        {
            var node = source.Node["targetRevision"];
            if (source.Node["chart"] is { } chart)
            {
                if (source.Revision.Length == 0 || Range().IsMatch(source.Revision))
                    yield return Tell(node ?? chart, $"The chart '{chart.Value}' is not bound to one version.");
            }
            else if (!graph.Here.Is(source.Address) && source.Node["repoURL"] is { } address && (source.FollowsBranch || source.Revision == "develop"))
            {
                yield return Tell(node ?? address, $"'{source.Address}' is read from a branch, whoever changes it.");
            }
        }
    }

    private static IEnumerable<Diagnostic> OfFlux(RepositoryGraph graph)
    {
        foreach (var placed in graph.Flux.All)
        {
            var spec = placed.Manifest.Root["spec"];
            if (placed.Manifest.Kind.Kind == "HelmRelease" && spec?["chart"]?["spec"] is { } chart && chart["chart"] is { } name && chart["sourceRef"]?.Text("kind") is null or "HelmRepository")
            {
                var version = chart["version"];
                if (version is null || Range().IsMatch(version.Value.Value))
                    yield return Tell(version ?? name, $"The chart '{name.Value}' is not bound to one version.");
            }

            if (placed.Manifest.Kind.Kind is not ("GitRepository" or "OCIRepository") || spec?["ref"] is not { } reference || graph.Here.Is(spec.Value.Text("url") ?? "")
                || placed.Manifest.Name == FluxObjects.Bootstrap || (reference["tag"] ?? reference["commit"] ?? reference["digest"]) is { Value: not "latest" })
                continue;
            if ((reference["branch"] ?? reference["semver"] ?? reference["tag"]) is { } moving)
                yield return Tell(moving, $"'{spec.Value.Text("url")}' is not read from one version.");
        }
    }

    private static IEnumerable<Diagnostic> OfKustomize(RepositoryGraph graph) =>
        from kustomization in graph.Kustomizations
        from chart in KustomizationFile.Items(kustomization.Root, "helmCharts")
        let name = chart["name"]
        where name is not null && chart["repo"] is not null
        let version = chart["version"]
        where version is null || Range().IsMatch(version.Value.Value)
        select Tell(version ?? name.Value, $"The chart '{name.Value.Value}' is not bound to one version.");

    private static Diagnostic Tell(YamlNode node, string message) =>
        GitopsRules.FloatingRevision.At(node, message, "Name one version, and let a bump change it: what runs should change by a commit alone.");

    [GeneratedRegex(@"[*^~<>=|, ]|(\A|\.)[xX](\.|\z)|\A[0-9]+(\.[0-9]+)?\z|\A\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Range();
}
