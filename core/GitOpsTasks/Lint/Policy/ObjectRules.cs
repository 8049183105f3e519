using GitOpsTasks.Contracts;

namespace GitOpsTasks.Lint.Policy;

/// <summary>Rules about single manifests of other kinds, and about what their fields say of each other.</summary>
internal static class ObjectRules
{
    /// <summary>A label has a key or a value that no label can have.</summary>
    public static LintRule InvalidLabel { get; } = Of(
        PolicyCodes.InvalidLabel, "invalid-label", Severity.Error, "A label has a key or a value that no label can have.");

    /// <summary>A port has a name or number that no port can have.</summary>
    public static LintRule InvalidTargetPort { get; } = Of(
        PolicyCodes.InvalidTargetPort, "invalid-target-port", Severity.Error, "A port has a name or number that no port can have.");

    /// <summary>A workload does not select the pods it makes.</summary>
    public static LintRule SelectorMismatch { get; } = Of(
        PolicyCodes.SelectorMismatch, "selector-mismatch", Severity.Error, "A workload does not select the pods it makes.");

    /// <summary>A Secret has a value that everybody who reads the repository can read.</summary>
    public static LintRule PlaintextSecret { get; } = Of(
        PolicyCodes.PlaintextSecret, "plaintext-secret", Severity.Error, "A Secret has a value that everybody who reads the repository can read.");

    /// <summary>A role allows every verb, or concerns every resource.</summary>
    public static LintRule WildcardRole { get; } = Of(
        PolicyCodes.WildcardRole, "wildcard-role", Severity.Warning, "A role allows every verb, or concerns every resource.");

    /// <summary>Somebody is made administrator of the whole cluster.</summary>
    public static LintRule ClusterAdminBinding { get; } = Of(
        PolicyCodes.ClusterAdminBinding, "cluster-admin-binding", Severity.Warning, "Somebody is made administrator of the whole cluster.");

    /// <summary>A PodDisruptionBudget never lets a pod be moved, so no node can be drained.</summary>
    public static LintRule DrainBlocked { get; } = Of(
        PolicyCodes.DrainBlocked, "drain-blocked", Severity.Warning, "A PodDisruptionBudget never lets a pod be moved, so no node can be drained.");

    /// <summary>A number of replicas is written for what an autoscaler scales.</summary>
    public static LintRule AutoscaledReplicas { get; } = Of(
        PolicyCodes.AutoscaledReplicas, "autoscaled-replicas", Severity.Warning, "A number of replicas is written for what an autoscaler scales.");

    /// <summary>Something is meant for the namespace default.</summary>
    public static LintRule DefaultNamespace { get; } = Of(
        PolicyCodes.DefaultNamespace, "default-namespace", Severity.Warning, "Something is meant for the namespace default.");

    /// <summary>A pod names its service account by a field that is deprecated.</summary>
    public static LintRule DeprecatedServiceAccount { get; } = Of(
        PolicyCodes.DeprecatedServiceAccount, "deprecated-service-account", Severity.Warning, "A pod names its service account by a field that is deprecated.");

    /// <summary>In the order of their codes.</summary>
    public static IReadOnlyList<LintRule> All { get; } =
    [
        InvalidLabel, InvalidTargetPort, SelectorMismatch, PlaintextSecret, WildcardRole, ClusterAdminBinding,
        DrainBlocked, AutoscaledReplicas, DefaultNamespace, DeprecatedServiceAccount,
    ];

    private static LintRule Of(string code, string id, Severity severity, string summary) => new(code, id, LintLayer.Policy, severity, summary);
}
