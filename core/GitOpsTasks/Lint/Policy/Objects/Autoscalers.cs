using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint.Policy.Objects;

/// <summary>Autoscalers and what they scale, in one file or one kustomization.</summary>
/// <param name="files">The manifests of a repository.</param>
/// <param name="overlays">Its kustomizations.</param>
internal sealed class Autoscalers(IReadOnlyList<FileManifests> files, Overlays overlays)
{
    private readonly Lazy<Dictionary<TreePath, FileManifests>> _byPath = new(() => files.ToDictionary(file => file.File.Path));

    /// <summary>Adds what is wrong: replicas of what an autoscaler of a file scales.</summary>
    public void Check(FileManifests file, List<Diagnostic> findings)
    {
        foreach (var scaler in file.All.Where(manifest => manifest.Kind is { Group: "autoscaling", Kind: "HorizontalPodAutoscaler" } or { Group: "keda.sh", Kind: "ScaledObject" }))
        {
            if (scaler.Root.Scalar("spec", "scaleTargetRef", "name") is not { } name)
                continue;
            var kind = scaler.Root.Scalar("spec", "scaleTargetRef", "kind") ?? "Deployment";
            foreach (var target in Near(file).Where(manifest => manifest.Kind.Kind == kind && manifest.Name == name && HasSameNamespace(manifest, scaler)))
            {
                if (target.Root.Field("spec", "replicas") is { IsScalar: true } replicas && !target.IsFilledInLater(replicas.Value))
                {
                    findings.Add(ObjectRules.AutoscaledReplicas.At(
                        replicas,
                        $"A {scaler.Kind.Kind} scales this {kind}: each sync sets its replicas back to {replicas.Value}.",
                        "Remove 'replicas'; the autoscaler's 'minReplicas' says how many there are at least."));
                }
            }
        }
    }

    private IEnumerable<Manifest> Near(FileManifests file) => overlays.UsersOf(file.File.Path).SelectMany(overlays.FilesBelow).Distinct()
        .Where(path => path != file.File.Path && _byPath.Value.ContainsKey(path)).SelectMany(path => _byPath.Value[path].All).Concat(file.All);

    private static bool HasSameNamespace(Manifest one, Manifest other) => one.Namespace is null || other.Namespace is null || one.Namespace == other.Namespace;
}
