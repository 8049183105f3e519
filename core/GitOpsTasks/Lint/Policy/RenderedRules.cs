using GitOpsTasks.Contracts;

namespace GitOpsTasks.Lint.Policy;

/// <summary>Rules about what kustomize renders: what manifests say of each other, once all of them are known.</summary>
internal static class RenderedRules
{
    /// <summary>A kustomization cannot be rendered.</summary>
    public static LintRule RenderingFailed { get; } = Of(
        PolicyCodes.RenderingFailed, "rendering-failed", "A kustomization cannot be rendered.");

    /// <summary>A Service selects none of the pods beside it.</summary>
    public static LintRule ServiceWithoutPods { get; } = Of(
        PolicyCodes.ServiceWithoutPods, "service-without-pods", "A Service selects none of the pods that are rendered with it.");

    /// <summary>An Ingress sends requests to a Service that is not there.</summary>
    public static LintRule MissingBackend { get; } = Of(
        PolicyCodes.MissingBackend, "missing-backend", "An Ingress sends requests to a Service that is not rendered with it.");

    /// <summary>An autoscaler scales nothing.</summary>
    public static LintRule MissingScaleTarget { get; } = Of(
        PolicyCodes.MissingScaleTarget, "missing-scale-target", "An autoscaler scales something that is not rendered with it.");

    /// <summary>A pod runs as a service account that is not there.</summary>
    public static LintRule MissingServiceAccount { get; } = Of(
        PolicyCodes.MissingServiceAccount, "missing-service-account", "A pod runs as a service account that is not rendered with it.");

    /// <summary>In the order of their codes.</summary>
    public static IReadOnlyList<LintRule> All { get; } = [RenderingFailed, ServiceWithoutPods, MissingBackend, MissingScaleTarget, MissingServiceAccount];

    private static LintRule Of(string code, string id, string summary) =>
        new(code, id, LintLayer.Policy, Severity.Warning, summary) { NeedsRendering = true };
}
