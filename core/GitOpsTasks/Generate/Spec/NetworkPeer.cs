namespace GitOpsTasks.Generate.Spec;

/// <summary>Somebody on the network.</summary>
/// <param name="App">The name of an application, by its label app.kubernetes.io/name; null for any.</param>
/// <param name="Namespace">Its namespace; null for that of the policy, or any where a range is given.</param>
/// <param name="Cidr">A range of addresses; null where application or namespace is given.</param>
/// <param name="Ports">TCP ports; empty for all.</param>
public sealed record NetworkPeer(string? App, string? Namespace, string? Cidr, IReadOnlyList<int> Ports);
