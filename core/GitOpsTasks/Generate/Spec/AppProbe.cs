namespace GitOpsTasks.Generate.Spec;

/// <summary>How the cluster finds out whether a container is well: over HTTP, by a command, or by whether a port is open.</summary>
public sealed record AppProbe
{
    /// <summary>A path that answers with success over HTTP; null for another way.</summary>
    public string? Path { get; init; }

    /// <summary>A command in the container that ends with 0; empty for another way.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>The name of the port that is asked; null for the first.</summary>
    public string? Port { get; init; }

    /// <summary>Seconds before it is asked for the first time; null for the cluster's own, 0.</summary>
    public int? Delay { get; init; }

    /// <summary>Seconds from one time to the next; null for the cluster's own, 10.</summary>
    public int? Period { get; init; }

    /// <summary>Seconds to wait for an answer; null for the cluster's own, 1.</summary>
    public int? Timeout { get; init; }

    /// <summary>How often in turn it fails before something is done; null for the cluster's own, 3.</summary>
    public int? Failures { get; init; }

    /// <summary>Whether there is one at all.</summary>
    public bool Enabled { get; init; } = true;
}
