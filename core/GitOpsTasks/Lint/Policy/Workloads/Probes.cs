using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Policy.Workloads;

/// <summary>How a cluster learns whether a container works.</summary>
internal static class Probes
{
    private const string Liveness = "livenessProbe";
    private const string Readiness = "readinessProbe";

    private static readonly string[] s_probes = [Liveness, Readiness, "startupProbe"];
    private static readonly string[] s_actions = ["httpGet", "tcpSocket", "grpc"];

    /// <summary>Adds what is wrong; nothing about patches, as what they leave out may stand in the manifest they are for.</summary>
    public static void Check(Workload workload, List<Diagnostic> findings)
    {
        if (workload.Manifest.IsPartial)
            return;
        foreach (var container in workload.Containers.Where(container => container.Role != ContainerRole.Ephemeral))
        {
            if (workload.IsLongRunning && container.Role == ContainerRole.Main)
                CheckPresence(container, findings);
            foreach (var port in s_probes.SelectMany(probe => s_actions.Select(action => container.Node.Field(probe, action, "port"))).OfType<YamlNode>())
                CheckPort(workload, container, port, findings);
        }
    }

    private static void CheckPresence(Container container, List<Diagnostic> findings)
    {
        if (container.Node.Field(Liveness) is null)
        {
            findings.Add(WorkloadRules.NoLivenessProbe.At(
                container.Head, $"{container.Title} has no livenessProbe: nothing notices that it hangs.", "Add a livenessProbe that asks for nothing but the process itself."));
        }

        if (container.Node.Field(Readiness) is null && container.Ports.Any())
        {
            findings.Add(WorkloadRules.NoReadinessProbe.At(
                container.Head, $"{container.Title} has ports and no readinessProbe: it gets requests before it can answer.", "Add a readinessProbe that succeeds once it can answer."));
        }
    }

    // A number works without being listed; where others are, one that is not is more likely a slip.
    private static void CheckPort(Workload workload, Container container, YamlNode port, List<Diagnostic> findings)
    {
        if (!port.IsScalar || workload.Manifest.IsFilledInLater(port.Value))
            return;
        var ports = container.Ports.ToList();
        var isListed = port.Integer() is { } number
            ? ports.Count == 0 || ports.Any(listed => listed.Field("containerPort") is not { } value || value.Integer() is null || value.Integer() == number)
            : ports.Any(listed => listed.Scalar("name") == port.Value);
        if (!isListed)
        {
            findings.Add(WorkloadRules.ProbePortNotExposed.At(
                port, $"{container.Title} lists no port '{port.Value}', which its probe asks at.", "Correct the port, or add it to 'ports'."));
        }
    }
}
