using GitOpsTasks.Contracts;

namespace GitOpsTasks.Lint.Policy.Workloads;

/// <summary>Privileges that containers are given.</summary>
internal static class Privileges
{
    /// <summary>Adds what is wrong.</summary>
    public static void Check(Workload workload, List<Diagnostic> findings)
    {
        foreach (var container in workload.Containers)
        {
            if (container.Security is not { } security)
                continue;
            if (security.Field("privileged") is { } privileged && privileged.Is(true))
            {
                findings.Add(NodeRules.PrivilegedContainer.At(
                    privileged,
                    $"{container.Title} runs privileged: whoever gets into it owns the node.",
                    "Remove 'privileged', and add the one capability it needs under 'capabilities.add'."));
            }

            if (security.Field("allowPrivilegeEscalation") is { } escalation && escalation.Is(true))
            {
                findings.Add(NodeRules.PrivilegeEscalation.At(
                    escalation,
                    $"{container.Title} may gain privileges, by sudo or a set-user-id program.",
                    "Set 'allowPrivilegeEscalation: false'."));
            }
        }
    }
}
