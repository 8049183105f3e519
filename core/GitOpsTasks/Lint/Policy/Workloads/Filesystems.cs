using GitOpsTasks.Contracts;

namespace GitOpsTasks.Lint.Policy.Workloads;

/// <summary>Root file systems of containers.</summary>
internal static class Filesystems
{
    private const string ReadOnly = "readOnlyRootFilesystem";

    /// <summary>Adds what is wrong; a patch is told of what it says alone.</summary>
    public static void Check(Workload workload, List<Diagnostic> findings)
    {
        foreach (var container in workload.Containers.Where(container => container.Role != ContainerRole.Ephemeral))
        {
            var value = container.Security?.Field(ReadOnly);
            if (value is null ? workload.Manifest.IsPartial : !value.Value.Is(false))
                continue;
            findings.Add(WorkloadRules.WritableRootFilesystem.At(
                value ?? container.Head,
                $"{container.Title} may change its own programs: so may whoever gets into it.",
                $"Set '{ReadOnly}: true' in its securityContext, and mount an emptyDir where it has to write."));
        }
    }
}
