using GitOpsTasks.Contracts;

namespace GitOpsTasks.Lint.Policy;

/// <summary>Rules about how containers are described.</summary>
internal static class WorkloadRules
{
    /// <summary>A container has no limit of memory.</summary>
    public static LintRule MemoryUnset { get; } = Of(
        PolicyCodes.MemoryUnset, "memory-unset", Severity.Warning, "A container has no limit of memory.");

    /// <summary>A container does not say how much CPU it needs.</summary>
    public static LintRule CpuRequestUnset { get; } = Of(
        PolicyCodes.CpuRequestUnset, "cpu-request-unset", Severity.Warning, "A container does not say how much CPU it needs.");

    /// <summary>Nothing notices that a container hangs.</summary>
    public static LintRule NoLivenessProbe { get; } = Of(
        PolicyCodes.NoLivenessProbe, "no-liveness-probe", Severity.Warning, "Nothing notices that a container hangs.");

    /// <summary>A container gets requests before it can answer them.</summary>
    public static LintRule NoReadinessProbe { get; } = Of(
        PolicyCodes.NoReadinessProbe, "no-readiness-probe", Severity.Warning, "A container gets requests before it can answer them.");

    /// <summary>A probe asks at a port that its container does not list.</summary>
    public static LintRule ProbePortNotExposed { get; } = Of(
        PolicyCodes.ProbePortNotExposed, "probe-port-not-exposed", Severity.Warning, "A probe asks at a port that its container does not list.");

    /// <summary>A container may change its own programs.</summary>
    public static LintRule WritableRootFilesystem { get; } = Of(
        PolicyCodes.WritableRootFilesystem, "writable-root-filesystem", Severity.Warning, "A container may change its own programs.");

    /// <summary>A container is given a capability by which it gets at its node or at others' traffic.</summary>
    public static LintRule AddedCapability { get; } = Of(
        PolicyCodes.AddedCapability, "added-capability", Severity.Warning, "A container is given a capability by which it gets at its node or at others' traffic.");

    /// <summary>A container sees the parts of /proc that the runtime hides.</summary>
    public static LintRule UnmaskedProc { get; } = Of(
        PolicyCodes.UnmaskedProc, "unmasked-proc", Severity.Warning, "A container sees the parts of /proc that the runtime hides.");

    /// <summary>A pod sets a kernel parameter that kubelet refuses unless told otherwise.</summary>
    public static LintRule UnsafeSysctl { get; } = Of(
        PolicyCodes.UnsafeSysctl, "unsafe-sysctl", Severity.Warning, "A pod sets a kernel parameter that kubelet refuses unless told otherwise.");

    /// <summary>A variable is set twice in one container.</summary>
    public static LintRule DuplicateEnv { get; } = Of(
        PolicyCodes.DuplicateEnv, "duplicate-env", Severity.Error, "A variable is set twice in one container.");

    /// <summary>Two ports of a container or a Service have the same name, or a Service has a port twice.</summary>
    public static LintRule DuplicatePort { get; } = Of(
        PolicyCodes.DuplicatePort, "duplicate-port", Severity.Error, "Two ports of a container or a Service have the same name, or a Service has a port twice.");

    /// <summary>The value of a variable that is named like a secret is written out.</summary>
    public static LintRule LiteralSecret { get; } = Of(
        PolicyCodes.LiteralSecret, "literal-secret", Severity.Error, "The value of a variable that is named like a secret is written out.");

    /// <summary>The text of an image is no reference of an image.</summary>
    public static LintRule InvalidImage { get; } = Of(
        PolicyCodes.InvalidImage, "invalid-image", Severity.Error, "The text of an image is no reference of an image.");

    /// <summary>In the order of their codes.</summary>
    public static IReadOnlyList<LintRule> All { get; } =
    [
        MemoryUnset, CpuRequestUnset, NoLivenessProbe, NoReadinessProbe, ProbePortNotExposed, WritableRootFilesystem,
        AddedCapability, UnmaskedProc, UnsafeSysctl, DuplicateEnv, DuplicatePort, LiteralSecret, InvalidImage,
    ];

    private static LintRule Of(string code, string id, Severity severity, string summary) => new(code, id, LintLayer.Policy, severity, summary);
}
