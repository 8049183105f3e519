using System.Globalization;

namespace GitOpsTasks.Init.Sources;

/// <summary>Ports as Dockerfiles and compose files write them: <c>8080</c>, <c>53/udp</c>, <c>8000-8002</c>.</summary>
internal static class PortText
{
    /// <summary>The ports; empty where the text is none, or a range of more than are wanted.</summary>
    public static IReadOnlyList<PortDraft> Read(string text, int most)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var protocol = slash < 0 ? "TCP" : text[(slash + 1)..].ToUpperInvariant();
        var numbers = slash < 0 ? text : text[..slash];
        var dash = numbers.IndexOf('-', StringComparison.Ordinal);
        var first = Number(dash < 0 ? numbers : numbers[..dash]);
        var last = dash < 0 ? first : Number(numbers[(dash + 1)..]);
        return protocol is "TCP" or "UDP" or "SCTP" && first > 0 && last >= first && last < 65536 && last - first < most
            ? [.. Enumerable.Range(first, last - first + 1).Select(number => new PortDraft(number, protocol))]
            : [];
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
