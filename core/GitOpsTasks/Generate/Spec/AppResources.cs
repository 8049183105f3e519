namespace GitOpsTasks.Generate.Spec;

/// <summary>What a pod requests, and what it may use at most; Kubernetes quantities.</summary>
/// <param name="Cpu">Requested processor time, such as <c>100m</c>.</param>
/// <param name="Memory">Requested memory, such as <c>256Mi</c>.</param>
/// <param name="CpuLimit">Null for none: a limit throttles even where the node is idle.</param>
/// <param name="MemoryLimit">Null for the requested memory.</param>
public sealed record AppResources(string Cpu, string Memory, string? CpuLimit = null, string? MemoryLimit = null)
{
    /// <summary>What is requested where nothing is said.</summary>
    public static AppResources Default { get; } = new("100m", "256Mi");
}
