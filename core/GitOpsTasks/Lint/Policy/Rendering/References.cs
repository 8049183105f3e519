using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Lint.Policy.Workloads;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Policy.Rendering;

/// <summary>What manifests of one build say of each other. Where a build has nothing of a kind, that lives elsewhere.</summary>
internal sealed class References
{
    private readonly List<Workload> _workloads;
    private readonly HashSet<(string Kind, string? Namespace, string? Name)> _names;
    private readonly HashSet<string> _kinds;

    /// <summary>Reads what there is.</summary>
    public References(RenderedBuild build)
    {
        _workloads = [.. build.Manifests.Select(Workload.Of).OfType<Workload>()];
        _names = [.. build.Manifests.Select(manifest => (manifest.Kind.Kind, manifest.Namespace, manifest.Name))];
        _kinds = build.Manifests.Select(manifest => manifest.Kind.Kind).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Adds what a manifest says of others that is not so.</summary>
    public void Check(Manifest manifest, List<Diagnostic> findings)
    {
        switch (manifest.Kind.Kind, manifest.Kind.Group)
        {
            case ("Service", ""):
                CheckService(manifest, findings);
                break;
            case ("Ingress", "networking.k8s.io"):
                CheckIngress(manifest, findings);
                break;
            case ("HorizontalPodAutoscaler", "autoscaling"):
                CheckScaler(manifest, findings);
                break;
            default:
                CheckServiceAccount(manifest, findings);
                break;
        }
    }

    private void CheckService(Manifest service, List<Diagnostic> findings)
    {
        if (service.Root.Field("spec", "selector") is not { IsMapping: true } selector || !selector.Pairs.Any() || _workloads.Count == 0)
            return;
        if (!_workloads.Any(workload => workload.Manifest.Namespace == service.Namespace && IsSelected(workload, selector)))
        {
            findings.Add(RenderedRules.ServiceWithoutPods.At(
                selector, $"The Service '{service.Name}' selects none of the pods that are rendered with it.", "Correct the selector, or the labels of the pods."));
        }
    }

    private static bool IsSelected(Workload workload, YamlNode selector) => selector.Pairs.All(pair =>
        workload.Template.Scalar("metadata", "labels", pair.Key.Value) == pair.Value.Resolved.Value);

    private void CheckIngress(Manifest ingress, List<Diagnostic> findings)
    {
        if (!_kinds.Contains("Service"))
            return;
        var backends = ingress.Root.List("spec", "rules").SelectMany(rule => rule.List("http", "paths")).Select(path => path.Field("backend", "service", "name"))
            .Append(ingress.Root.Field("spec", "defaultBackend", "service", "name"));
        foreach (var name in backends.OfType<YamlNode>().Where(name => !_names.Contains(("Service", ingress.Namespace, name.Value))))
        {
            findings.Add(RenderedRules.MissingBackend.At(
                name, $"No Service '{name.Value}' is rendered with the Ingress.", "Correct the name, or add the Service."));
        }
    }

    private void CheckScaler(Manifest scaler, List<Diagnostic> findings)
    {
        if (scaler.Root.Field("spec", "scaleTargetRef", "name") is not { IsScalar: true } name || scaler.Root.Scalar("spec", "scaleTargetRef", "kind") is not { } kind)
            return;
        if (!_names.Contains((kind, scaler.Namespace, name.Value)))
        {
            findings.Add(RenderedRules.MissingScaleTarget.At(
                name, $"No {kind} '{name.Value}' is rendered with its autoscaler.", "Correct the name, or remove the autoscaler."));
        }
    }

    private void CheckServiceAccount(Manifest manifest, List<Diagnostic> findings)
    {
        if (!_kinds.Contains("ServiceAccount") || Workload.Of(manifest)?.Pod.Field("serviceAccountName") is not { IsScalar: true } name || name.Value is "default" or "")
            return;
        if (!_names.Contains(("ServiceAccount", manifest.Namespace, name.Value)))
        {
            findings.Add(RenderedRules.MissingServiceAccount.At(
                name, $"No ServiceAccount '{name.Value}' is rendered with the pods that run as it.", "Correct the name, or add the ServiceAccount."));
        }
    }
}
