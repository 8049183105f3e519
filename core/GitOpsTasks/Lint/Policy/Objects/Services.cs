using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Policy.Objects;

/// <summary>Ports of Services.</summary>
internal static class Services
{
    private const int LastPort = 65535;

    /// <summary>Adds what is wrong.</summary>
    public static void Check(Manifest manifest, List<Diagnostic> findings)
    {
        if (manifest.Kind is not { Kind: "Service", Group: "" })
            return;
        var names = new HashSet<string>(StringComparer.Ordinal);
        var ports = new HashSet<(string Port, string Protocol)>();
        foreach (var port in manifest.Root.List("spec", "ports").Where(port => port.IsMapping && !manifest.IsDirective(port)))
        {
            if (port.Field("name") is { IsScalar: true } name && !manifest.IsFilledInLater(name.Value) && !names.Add(name.Value))
                findings.Add(WorkloadRules.DuplicatePort.At(name, $"The Service has two ports named '{name.Value}'.", "Give each its own name."));
            if (port.Field("port") is { IsScalar: true } number && !manifest.IsFilledInLater(number.Value) && !ports.Add((number.Value, port.Scalar("protocol") ?? "TCP")))
                findings.Add(WorkloadRules.DuplicatePort.At(number, $"The Service has port {number.Value} twice.", "Keep one of the two."));
            if (port.Field("targetPort") is { IsScalar: true } target && !manifest.IsFilledInLater(target.Value) && Problem(target) is { } problem)
                findings.Add(ObjectRules.InvalidTargetPort.At(target, $"'{target.Value}' is no port to send requests to: {problem}.", PortName.Advice));
        }
    }

    // API servers take 0 for a port that was left out.
    private static string? Problem(YamlNode target) =>
        target.Integer() is { } number
            ? number is >= 0 and <= LastPort ? null : $"it is not between 1 and {LastPort}"
            : PortName.Problem(target.Value);
}
