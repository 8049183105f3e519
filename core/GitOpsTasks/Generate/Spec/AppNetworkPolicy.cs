namespace GitOpsTasks.Generate.Spec;

/// <summary>A network policy: what is not allowed here is denied, in both directions.</summary>
public sealed record AppNetworkPolicy
{
    /// <summary>Who may connect to the application's ports; empty for everybody.</summary>
    public IReadOnlyList<NetworkPeer> From { get; init; } = [];

    /// <summary>What the application may connect to.</summary>
    public IReadOnlyList<NetworkPeer> To { get; init; } = [];

    /// <summary>Whether it may ask the cluster's DNS.</summary>
    public bool Dns { get; init; } = true;
}
