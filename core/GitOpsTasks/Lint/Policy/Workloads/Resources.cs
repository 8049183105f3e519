using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Policy.Workloads;

/// <summary>What containers say they need.</summary>
internal static class Resources
{
    private const string Field = "resources";

    /// <summary>Adds what is wrong; nothing about patches, as what they leave out may stand in the manifest they are for.</summary>
    public static void Check(Workload workload, List<Diagnostic> findings)
    {
        if (workload.Manifest.IsPartial)
            return;
        foreach (var container in workload.Containers.Where(container => container.RunsWithThePod))
        {
            // What a pod says as a whole bounds its containers together.
            if (!HasLimit(workload.Pod, "memory") && !HasLimit(container.Node, "memory"))
            {
                findings.Add(WorkloadRules.MemoryUnset.At(
                    container.Head,
                    $"{container.Title} may use all memory of its node, which then ends other pods.",
                    "Set 'resources.limits.memory', and 'requests.memory' where it usually needs less."));
            }

            if (!HasRequest(workload.Pod) && !HasRequest(container.Node))
            {
                findings.Add(WorkloadRules.CpuRequestUnset.At(
                    container.Head,
                    $"{container.Title} does not say how much CPU it needs, so the scheduler counts on none.",
                    "Set 'resources.requests.cpu' to what it usually needs."));
            }
        }
    }

    private static bool HasLimit(YamlNode owner, string resource) => owner.Field(Field, "limits", resource) is not null;

    // A limit is a request too, where there is no other.
    private static bool HasRequest(YamlNode owner) => owner.Field(Field, "requests", "cpu") is not null || HasLimit(owner, "cpu");
}
