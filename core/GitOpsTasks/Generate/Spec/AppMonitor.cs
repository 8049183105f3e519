namespace GitOpsTasks.Generate.Spec;

/// <summary>A ServiceMonitor of the Prometheus operator.</summary>
public sealed record AppMonitor
{
    /// <summary>The path with the metrics.</summary>
    public string Path { get; init; } = "/metrics";

    /// <summary>The name of the port; null for the one named metrics, or the first.</summary>
    public string? Port { get; init; }

    /// <summary>How often it is read, such as <c>30s</c>; null for Prometheus' own.</summary>
    public string? Interval { get; init; }

    /// <summary>Labels by which Prometheus selects it.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new OrderedDictionary<string, string>();
}
