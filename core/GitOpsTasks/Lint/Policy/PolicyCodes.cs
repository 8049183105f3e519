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

    /// <summary>A container has no limit of memory.</summary>
    public const string MemoryUnset = "GOT2408";

    /// <summary>A container does not say how much CPU it needs.</summary>
    public const string CpuRequestUnset = "GOT2409";

    /// <summary>Nothing notices that a container hangs.</summary>
    public const string NoLivenessProbe = "GOT2410";

    /// <summary>A container gets requests before it can answer them.</summary>
    public const string NoReadinessProbe = "GOT2411";

    /// <summary>A probe asks at a port that its container does not list.</summary>
    public const string ProbePortNotExposed = "GOT2412";

    /// <summary>A container may change its own programs.</summary>
    public const string WritableRootFilesystem = "GOT2413";

    /// <summary>A container is given a capability by which it gets at its node or at others' traffic.</summary>
    public const string AddedCapability = "GOT2414";

    /// <summary>A container sees the parts of /proc that the runtime hides.</summary>
    public const string UnmaskedProc = "GOT2415";

    /// <summary>A pod sets a kernel parameter that kubelet refuses unless told otherwise.</summary>
    public const string UnsafeSysctl = "GOT2416";

    /// <summary>A variable is set twice in one container.</summary>
    public const string DuplicateEnv = "GOT2417";

    /// <summary>Two ports of a container or a Service have the same name, or a Service has a port twice.</summary>
    public const string DuplicatePort = "GOT2418";

    /// <summary>The value of a variable that is named like a secret is written out.</summary>
    public const string LiteralSecret = "GOT2419";

    /// <summary>The text of an image is no reference of an image.</summary>
    public const string InvalidImage = "GOT2420";

    /// <summary>A label has a key or a value that no label can have.</summary>
    public const string InvalidLabel = "GOT2421";

    /// <summary>A port has a name or number that no port can have.</summary>
    public const string InvalidTargetPort = "GOT2422";

    /// <summary>A workload does not select the pods it makes.</summary>
    public const string SelectorMismatch = "GOT2423";

    /// <summary>A Secret has a value that everybody who reads the repository can read.</summary>
    public const string PlaintextSecret = "GOT2424";

    /// <summary>A role allows every verb, or concerns every resource.</summary>
    public const string WildcardRole = "GOT2425";

    /// <summary>Somebody is made administrator of the whole cluster.</summary>
    public const string ClusterAdminBinding = "GOT2426";

    /// <summary>A PodDisruptionBudget never lets a pod be moved, so no node can be drained.</summary>
    public const string DrainBlocked = "GOT2427";

    /// <summary>A number of replicas is written for what an autoscaler scales.</summary>
    public const string AutoscaledReplicas = "GOT2428";

    /// <summary>Something is meant for the namespace default.</summary>
    public const string DefaultNamespace = "GOT2429";

    /// <summary>A pod names its service account by a field that is deprecated.</summary>
    public const string DeprecatedServiceAccount = "GOT2430";

    /// <summary>A kustomization cannot be rendered.</summary>
    public const string RenderingFailed = "GOT2440";

    /// <summary>A Service selects none of the pods that are rendered with it.</summary>
    public const string ServiceWithoutPods = "GOT2441";

    /// <summary>An Ingress sends requests to a Service that is not rendered with it.</summary>
    public const string MissingBackend = "GOT2442";

    /// <summary>An autoscaler scales something that is not rendered with it.</summary>
    public const string MissingScaleTarget = "GOT2443";

    /// <summary>A pod runs as a service account that is not rendered with it.</summary>
    public const string MissingServiceAccount = "GOT2444";
}
