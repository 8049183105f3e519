namespace GitOpsTasks.Yaml;

/// <summary>The habits of a file that inserted text has to follow.</summary>
/// <param name="LineEnd">LF, CRLF or CR.</param>
/// <param name="MapIndent">Spaces between a key's column and the keys of the mapping below it.</param>
/// <param name="ListIndent">Spaces between a key's column and the dashes of the list below it.</param>
/// <param name="DashGap">Spaces between a dash and its item.</param>
/// <param name="Quotes">The quotes mostly used.</param>
internal sealed record YamlLayout(string LineEnd, string MapIndent, string ListIndent, string DashGap, YamlStyle Quotes)
{
    /// <summary>How texts are written that need no quotes: plain, or double-quoted where the file is JSON.</summary>
    public YamlStyle Plain { get; init; } = YamlStyle.Plain;

    /// <summary>What generated files look like.</summary>
    public static YamlLayout Default { get; } = new("\n", "  ", "", " ", YamlStyle.DoubleQuoted);

    /// <summary>The habits seen in a file; the default's where it shows none.</summary>
    public static YamlLayout Of(YamlFile file, NodeRegions regions)
    {
        var layout = Default with { LineEnd = LineEndOf(regions.Lines) };
        var (single, list, map) = (0, false, false);
        foreach (var node in file.AllNodes())
        {
            single += node.Style == YamlStyle.SingleQuoted ? 1 : node.Style == YamlStyle.DoubleQuoted ? -1 : 0;
            if (node is not { Style: YamlStyle.Block, Parent: { IsMapping: true, Style: YamlStyle.Block } parent } || regions.MembersOf(parent)[regions.PositionOf(node)].Last != node)
                continue;
            if (node.IsSequence && !list)
                (list, layout) = (true, layout with { ListIndent = IndentOf(node, regions), DashGap = GapOf(node, regions) });
            if (node.IsMapping && !map)
                (map, layout) = (true, layout with { MapIndent = IndentOf(node, regions) is { Length: > 0 } indent ? indent : "  " });
        }

        return IsJson(file)
            ? layout with { Plain = YamlStyle.DoubleQuoted }
            : layout with { Quotes = single > 0 ? YamlStyle.SingleQuoted : YamlStyle.DoubleQuoted };
    }

    private static bool IsJson(YamlFile file) => file.Documents is [{ Style: YamlStyle.Flow }]
        && file.AllNodes().Any(node => node.Style == YamlStyle.DoubleQuoted)
        && file.AllNodes().All(node => node.Kind switch
        {
            YamlKind.Scalar => node.Style == YamlStyle.DoubleQuoted || (node.Style == YamlStyle.Plain && !PlainScalar.IsString(node.Value)),
            YamlKind.Alias => false,
            _ => node.Style == YamlStyle.Flow,
        });

    private static string LineEndOf(SourceLines lines)
    {
        var at = lines.ContentEnd(0);
        return lines.At(at) != '\r' ? "\n" : lines.At(at + 1) == '\n' ? "\r\n" : "\r";
    }

    private static string IndentOf(YamlNode collection, NodeRegions regions)
    {
        var first = regions.StartOf(regions.MembersOf(collection)[0].First);
        return new string(' ', Math.Max(0, regions.Lines.ColumnOf(first) - regions.Lines.ColumnOf(regions.StartOf(collection))));
    }

    private static string GapOf(YamlNode list, NodeRegions regions)
    {
        var item = regions.MembersOf(list)[0].First;
        var dash = regions.StartOf(item);
        var gap = item.PropertiesStart - dash - 1;
        return new string(' ', regions.Lines.Start(item.PropertiesStart) == regions.Lines.Start(dash) ? Math.Max(1, gap) : 1);
    }
}
