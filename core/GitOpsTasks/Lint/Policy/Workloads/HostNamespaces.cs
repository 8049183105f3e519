using GitOpsTasks.Contracts;

namespace GitOpsTasks.Lint.Policy.Workloads;

/// <summary>Namespaces of the node that pods share.</summary>
internal static class HostNamespaces
{
    private static readonly (string Field, string Consequence)[] s_fields =
    [
        ("hostPID", "sees and can signal every process of its node"),
        ("hostIPC", "shares memory with the processes of its node"),
        ("hostNetwork", "listens on the node's own addresses and sees its traffic, past network policies"),
    ];

    /// <summary>Adds what is wrong.</summary>
    public static void Check(Workload workload, List<Diagnostic> findings)
    {
        foreach (var (field, consequence) in s_fields)
        {
            if (workload.Pod.Field(field) is { } value && value.Is(true))
                findings.Add(NodeRules.HostNamespace.At(value, $"With {field} the pod {consequence}.", $"Remove '{field}'."));
        }
    }
}
