using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint;

/// <summary>Where findings about nodes are told.</summary>
internal static class NodePlace
{
    /// <summary>Where a node begins: at its first key or item, on one line, so that it can be shown beside a change.</summary>
    public static SourcePlace HeadOf(YamlNode node)
    {
        var head = node;
        while (head is { Style: YamlStyle.Block, Kind: YamlKind.Mapping or YamlKind.Sequence } && First(head) is { } first)
            head = first;
        var place = head.Place;
        return place.EndLine == place.Line ? place : place with { EndLine = place.Line, EndColumn = place.Column + 1 };
    }

    private static YamlNode? First(YamlNode collection)
    {
        foreach (var child in collection.Children)
            return child;
        return null;
    }
}
