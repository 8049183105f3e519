using GitOpsTasks.Yaml;

namespace GitOpsTasks.Init.Sources;

/// <summary>The ports of a compose service, as its container has them.</summary>
internal static class ComposePorts
{
    private const int Most = 20;

    /// <summary>The ports of one entry, short or long; empty where it cannot be read.</summary>
    public static IReadOnlyList<PortDraft> Read(YamlNode entry)
    {
        if (entry.IsMapping)
        {
            var protocol = ComposeText.Of(ComposeText.Find(entry, "protocol")) is { } given ? $"/{given}" : "";
            return ComposeText.Of(ComposeText.Find(entry, "target")) is { } target ? PortText.Read(target + protocol, Most) : [];
        }

        return ComposeText.Of(entry) is { } text ? PortText.Read(InContainer(text), Most) : [];
    }

    // [[IP:]HOST:]CONTAINER[/PROTOCOL]; an IPv6 address is in brackets.
    private static string InContainer(string text) => text[(text.LastIndexOf(':') + 1)..];
}
