using GitOpsTasks.Config;

namespace GitOpsTasks.Generate.Spec;

/// <summary>Reads the ports of a spec: <c>port: 8080</c>, or <c>ports:</c> with names.</summary>
internal static class AppPorts
{
    private static readonly ConfigValue<int> s_number = ConfigValues.Number.Then(KubernetesText.Port);

    public static IReadOnlyList<AppPort> Read(MappingReader reader, IReadOnlyList<AppPort> otherwise)
    {
        var single = reader.Get("port", s_number, 0);
        var several = reader.List("ports", ConfigValues.Mapping(ReadPort));
        if (reader.Has("port") && reader.Has("ports"))
            reader.Report(ConfigCodes.Contradiction, "port", "Both 'port' and 'ports' are given.", "Move the port into 'ports'.");
        ReportTwice(reader, several.GroupBy(port => port.Name, StringComparer.Ordinal), "named");
        ReportTwice(reader, several.GroupBy(port => $"{port.Number}/{port.Protocol}", StringComparer.Ordinal), "with the number");
        ReportTwice(reader, several.GroupBy(port => $"{port.ServicePort}/{port.Protocol}", StringComparer.Ordinal), "with the service port");
        return single > 0 ? [new AppPort("http", single, single)] : reader.Has("ports") ? several : otherwise;
    }

    private static AppPort ReadPort(MappingReader reader)
    {
        var number = reader.Require("port", s_number, 1);
        return new AppPort(
            reader.Require("name", ConfigValues.Text.Then(KubernetesText.PortName), ""),
            number,
            reader.Get("service", s_number, number),
            reader.Choice("protocol", "TCP", ("tcp", "TCP"), ("udp", "UDP"), ("sctp", "SCTP")));
    }

    private static void ReportTwice(MappingReader reader, IEnumerable<IGrouping<string, AppPort>> groups, string what)
    {
        foreach (var group in groups.Where(group => group.Count() > 1))
            reader.Report(ConfigCodes.Contradiction, "ports", $"Two ports are {what} '{group.Key}'.", "Make them different, or remove one.");
    }
}
