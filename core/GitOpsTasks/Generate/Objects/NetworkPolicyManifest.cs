using GitOpsTasks.Generate.Spec;
using GitOpsTasks.Generate.Workloads;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Objects;

/// <summary>The network policy of an application.</summary>
internal static class NetworkPolicyManifest
{
    /// <summary>The policy; null where the spec has none.</summary>
    public static YamlMap? Of(Rendering app)
    {
        if (app.Spec.NetworkPolicy is not { } policy)
            return null;
        return new YamlMap
        {
            { "apiVersion", "networking.k8s.io/v1" },
            { "kind", "NetworkPolicy" },
            { "metadata", app.Metadata(app.Spec.Name) },
            {
                "spec", new YamlMap
                {
                    { "podSelector", new YamlMap { { "matchLabels", app.Selector } } },
                    { "policyTypes", new YamlList { "Ingress", "Egress" } },
                    { "ingress", Ingress(app.Spec, policy) },
                    { "egress", Fields.List([policy.Dns ? Dns() : null, .. policy.To.Select(peer => Rule("to", peer, Ports(peer.Ports)))]) },
                }
            },
        };
    }

    private static YamlList? Ingress(AppSpec spec, AppNetworkPolicy policy)
    {
        var all = Fields.List(spec.Ports.Select(port => Port(port.Number, port.Protocol)));
        if (policy.From.Count > 0)
            return Fields.List(policy.From.Select(peer => Rule("from", peer, Ports(peer.Ports) ?? all)));
        return all is null ? null : new YamlList { new YamlMap { { "ports", all } } };
    }

    private static YamlMap Rule(string direction, NetworkPeer peer, YamlList? ports) => new()
    {
        { direction, new YamlList { Peer(peer) } },
        { "ports", ports },
    };

    private static YamlMap Peer(NetworkPeer peer) => peer.Cidr is { } range
        ? new YamlMap { { "ipBlock", new YamlMap { { "cidr", range } } } }
        : new YamlMap
        {
            { "namespaceSelector", peer.Namespace is { } space ? Labelled("kubernetes.io/metadata.name", space) : null },
            { "podSelector", peer.App is { } app ? Labelled("app.kubernetes.io/name", app) : null },
        };

    private static YamlMap Dns() => new()
    {
        {
            "to", new YamlList
            {
                new YamlMap
                {
                    { "namespaceSelector", Labelled("kubernetes.io/metadata.name", "kube-system") },
                    { "podSelector", Labelled("k8s-app", "kube-dns") },
                },
            }
        },
        { "ports", new YamlList { Port(53, "UDP"), Port(53, "TCP") } },
    };

    private static YamlList? Ports(IEnumerable<int> ports) => Fields.List(ports.Select(port => Port(port, "TCP")));

    private static YamlMap Port(int port, string protocol) => new() { { "protocol", protocol }, { "port", port } };

    private static YamlMap Labelled(string label, string value) => new() { { "matchLabels", new YamlMap { { label, value } } } };
}
