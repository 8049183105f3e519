namespace GitOpsTasks.Generate.Spec;

/// <summary>An Ingress for requests from outside the cluster.</summary>
public sealed record AppIngress
{
    /// <summary>Host names; empty for all.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>The path below which requests go to the application.</summary>
    public string Path { get; init; } = "/";

    /// <summary>The name of the IngressClass; null for the cluster's default.</summary>
    public string? Class { get; init; }

    /// <summary>The name of the port requests go to; null for the first.</summary>
    public string? Port { get; init; }

    /// <summary>The Secret with the certificate of the hosts; null for none.</summary>
    public string? TlsSecret { get; init; }

    /// <summary>Annotations, such as those its controller reads.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new OrderedDictionary<string, string>();
}
