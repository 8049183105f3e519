using GitOpsTasks.Contracts;
using GitOpsTasks.Edits.Kustomize;
using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Policy.Objects;

/// <summary>
/// What is meant for the namespace default. A manifest without a namespace is no finding: its agent, or a kustomization that
/// may be elsewhere, says where it goes.
/// </summary>
internal static class Namespaces
{
    private const string Default = "default";
    private const string Advice = "Give it a namespace of its own, with quotas, network policies and rights of its own.";

    /// <summary>Adds what is wrong with a manifest.</summary>
    public static void Check(Manifest manifest, TreePath path, Overlays overlays, List<Diagnostic> findings)
    {
        var place = (manifest.Kind.Group, manifest.Kind.Kind) switch
        {
            ("argoproj.io", "Application") => manifest.Root.Field("spec", "destination", "namespace"),
            ("argoproj.io", "ApplicationSet") => manifest.Root.Field("spec", "template", "spec", "destination", "namespace"),
            ("kustomize.toolkit.fluxcd.io", "Kustomization") or ("helm.toolkit.fluxcd.io", "HelmRelease") => manifest.Root.Field("spec", "targetNamespace"),
            _ => null,
        };
        Add(place, findings);
        if (!manifest.IsPartial && manifest.Root.Field("metadata", "namespace") is { IsScalar: true } own && own.Value == Default && !overlays.SetsNamespace(path))
            Add(own, findings);
    }

    /// <summary>Adds what is wrong with a kustomization.</summary>
    public static void CheckKustomization(YamlNode kustomization, List<Diagnostic> findings) =>
        Add(KustomizationFile.Field(kustomization, "namespace")?.Value.Resolved, findings);

    private static void Add(YamlNode? node, List<Diagnostic> findings)
    {
        if (node is { IsScalar: true } place && place.Value == Default)
            findings.Add(ObjectRules.DefaultNamespace.At(place, "It goes to the namespace default, where everything goes that nobody thought about.", Advice));
    }
}
