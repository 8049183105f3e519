using GitOpsTasks.Contracts;

namespace GitOpsTasks.Lint.Policy;

/// <summary>Rules about what pods may do to their node.</summary>
internal static class NodeRules
{
    /// <summary>A container runs privileged.</summary>
    public static LintRule PrivilegedContainer { get; } = Of(
        PolicyCodes.PrivilegedContainer, "privileged-container", Severity.Error, "A container runs privileged.");

    /// <summary>A pod shares process ids, IPC or network with its node.</summary>
    public static LintRule HostNamespace { get; } = Of(
        PolicyCodes.HostNamespace, "host-namespace", Severity.Error, "A pod shares process ids, IPC or network with its node.");

    /// <summary>A container may gain more privileges than its parent process.</summary>
    public static LintRule PrivilegeEscalation { get; } = Of(
        PolicyCodes.PrivilegeEscalation, "privilege-escalation", Severity.Error, "A container may gain more privileges than the process that started it.");

    /// <summary>A container runs as root.</summary>
    public static LintRule RunsAsRoot { get; } = Of(
        PolicyCodes.RunsAsRoot, "runs-as-root", Severity.Error, "A container runs, or is said to be free to run, as root.");

    /// <summary>Nothing keeps a container from running as root.</summary>
    public static LintRule MayRunAsRoot { get; } = Of(
        PolicyCodes.MayRunAsRoot, "may-run-as-root", Severity.Warning, "Nothing keeps a container from running as root.");

    /// <summary>A pod mounts a folder or socket by which its node can be taken over.</summary>
    public static LintRule SensitiveHostPath { get; } = Of(
        PolicyCodes.SensitiveHostPath, "sensitive-host-path", Severity.Error, "A pod mounts a folder or socket by which its node can be taken over.");

    /// <summary>A pod mounts a folder of its node.</summary>
    public static LintRule HostPath { get; } = Of(
        PolicyCodes.HostPath, "host-path", Severity.Warning, "A pod mounts a folder of its node.");

    /// <summary>In the order of their codes.</summary>
    public static IReadOnlyList<LintRule> All { get; } =
        [PrivilegedContainer, HostNamespace, PrivilegeEscalation, RunsAsRoot, MayRunAsRoot, SensitiveHostPath, HostPath];

    private static LintRule Of(string code, string id, Severity severity, string summary) => new(code, id, LintLayer.Policy, severity, summary);
}
