using System.Net;
using GitOpsTasks.Config;

namespace GitOpsTasks.Generate.Spec;

/// <summary>Reads what a spec says of requests and their ways.</summary>
internal static class NetworkReader
{
    private static readonly ConfigValue<int> s_port = ConfigValues.Number.Then(KubernetesText.Port);

    public static AppService Service(MappingReader reader, AppService otherwise) => new()
    {
        Enabled = reader.Flag("enabled", otherwise.Enabled),
        Type = reader.Choice(
            "type", otherwise.Type, ("clusterIP", "ClusterIP"), ("nodePort", "NodePort"), ("loadBalancer", "LoadBalancer")),
        Annotations = reader.Texts("annotations", otherwise.Annotations, ConfigValues.Scalar, KubernetesText.LabelKey),
    };

    public static AppIngress Ingress(MappingReader reader, AppIngress otherwise) => new()
    {
        Hosts = Hosts(reader, otherwise.Hosts),
        Path = reader.Get("path", SpecValues.HttpPath, otherwise.Path),
        Class = reader.Find("class", SpecValues.Name) ?? otherwise.Class,
        Port = reader.Find("port", SpecValues.PortName) ?? otherwise.Port,
        TlsSecret = reader.Find("tlsSecret", SpecValues.Name) ?? otherwise.TlsSecret,
        Annotations = reader.Texts("annotations", otherwise.Annotations, ConfigValues.Scalar, KubernetesText.LabelKey),
    };

    public static AppRoute Route(MappingReader reader, AppRoute otherwise) => new()
    {
        Hosts = Hosts(reader, otherwise.Hosts),
        Gateway = reader.Get("gateway", SpecValues.Name, otherwise.Gateway),
        GatewayNamespace = reader.Find("gatewayNamespace", SpecValues.Name) ?? otherwise.GatewayNamespace,
        Listener = reader.Find("listener", SpecValues.Name) ?? otherwise.Listener,
        Path = reader.Get("path", SpecValues.HttpPath, otherwise.Path),
        Port = reader.Find("port", SpecValues.PortName) ?? otherwise.Port,
    };

    public static AppNetworkPolicy Policy(MappingReader reader, AppNetworkPolicy otherwise) => new()
    {
        From = reader.ListOr("from", ConfigValues.Mapping(Peer), otherwise.From),
        To = reader.ListOr("to", ConfigValues.Mapping(Peer), otherwise.To),
        Dns = reader.Flag("dns", otherwise.Dns),
    };

    public static AppMonitor Monitor(MappingReader reader, AppMonitor otherwise) => new()
    {
        Path = reader.Get("path", SpecValues.HttpPath, otherwise.Path),
        Port = reader.Find("port", SpecValues.PortName) ?? otherwise.Port,
        Interval = reader.Find("interval", SpecValues.Duration) ?? otherwise.Interval,
        Labels = reader.Texts("labels", otherwise.Labels, ConfigValues.Scalar.Then(KubernetesText.LabelValue), KubernetesText.OwnLabelKey),
    };

    private static IReadOnlyList<string> Hosts(MappingReader reader, IReadOnlyList<string> otherwise)
    {
        var host = reader.Find("host", SpecValues.Host);
        var hosts = reader.ListOr("hosts", SpecValues.Host, otherwise);
        if (reader.Has("host") && reader.Has("hosts"))
            reader.Report(ConfigCodes.Contradiction, "host", "Both 'host' and 'hosts' are given.", "Move the host into 'hosts'.");
        return host is null ? hosts : [host];
    }

    private static NetworkPeer Peer(MappingReader reader)
    {
        var peer = new NetworkPeer(
            reader.Find("app", ConfigValues.Text.Then(KubernetesText.LabelValue)),
            reader.Find("namespace", SpecValues.Name),
            reader.Find("cidr", ConfigValues.Text.Then(Range)),
            reader.List("ports", s_port));
        if ((peer.App ?? peer.Namespace) is null == peer.Cidr is null)
        {
            reader.Report(
                ConfigCodes.Contradiction, "cidr", "This names nobody, or two.", "Write 'app', 'namespace' or both, or a range of addresses in 'cidr'.");
        }

        return peer;
    }

    private static string Range(string text) => IPNetwork.TryParse(text, out _)
        ? text
        : throw new FormatException("Write the first address of a range and its length, such as 10.0.0.0/8.");
}
