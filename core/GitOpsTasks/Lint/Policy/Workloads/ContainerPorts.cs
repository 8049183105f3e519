using GitOpsTasks.Contracts;

namespace GitOpsTasks.Lint.Policy.Workloads;

/// <summary>Ports that containers list.</summary>
internal static class ContainerPorts
{
    /// <summary>Adds what is wrong.</summary>
    public static void Check(Workload workload, List<Diagnostic> findings)
    {
        foreach (var container in workload.Containers)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var name in container.Ports.Select(port => port.Field("name")))
            {
                if (name is not { IsScalar: true } node || node.Value.Length == 0 || workload.Manifest.IsFilledInLater(node.Value))
                    continue;
                if (!seen.Add(node.Value))
                    findings.Add(WorkloadRules.DuplicatePort.At(node, $"{container.Title} has two ports named '{node.Value}'.", "Give each its own name."));
                if (PortName.Problem(node.Value) is { } problem)
                    findings.Add(ObjectRules.InvalidTargetPort.At(node, $"'{node.Value}' cannot be the name of a port: {problem}.", PortName.Advice));
            }
        }
    }
}
