namespace GitOpsTasks.Lint.Policy;

/// <summary>Codes of findings of the policy layer.</summary>
public static class PolicyCodes
{
    /// <summary>A container runs privileged.</summary>
    public const string PrivilegedContainer = "GOT2401";

    /// <summary>A pod shares process ids, IPC or network with its node.</summary>
    public const string HostNamespace = "GOT2402";

    /// <summary>A container may gain more privileges than its parent process.</summary>
    public const string PrivilegeEscalation = "GOT2403";

    /// <summary>A container runs as root.</summary>
    public const string RunsAsRoot = "GOT2404";

    /// <summary>Nothing keeps a container from running as root.</summary>
    public const string MayRunAsRoot = "GOT2405";

    /// <summary>A pod mounts a folder or socket by which its node can be taken over.</summary>
    public const string SensitiveHostPath = "GOT2406";

    /// <summary>A pod mounts a folder of its node.</summary>
    public const string HostPath = "GOT2407";
}
