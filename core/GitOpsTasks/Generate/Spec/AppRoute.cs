namespace GitOpsTasks.Generate.Spec;

/// <summary>An HTTPRoute of the Gateway API for requests from outside the cluster.</summary>
public sealed record AppRoute
{
    /// <summary>Host names; empty for those of the gateway.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>The gateway's name.</summary>
    public string Gateway { get; init; } = "";

    /// <summary>The gateway's namespace; null for the application's.</summary>
    public string? GatewayNamespace { get; init; }

    /// <summary>The listener of the gateway; null for all.</summary>
    public string? Listener { get; init; }

    /// <summary>The path below which requests go to the application.</summary>
    public string Path { get; init; } = "/";

    /// <summary>The name of the port requests go to; null for the first.</summary>
    public string? Port { get; init; }
}
