namespace GitOpsTasks.Yaml;

/// <summary>The habits of a file that inserted text has to follow.</summary>
/// <param name="LineEnd">LF or CRLF.</param>
/// <param name="ListIndent">Spaces between a key's column and the dashes of the list below it.</param>
/// <param name="DashGap">Spaces between a dash and its item.</param>
/// <param name="Quotes">The quotes mostly used.</param>
internal sealed record YamlLayout(string LineEnd, string ListIndent, string DashGap, YamlStyle Quotes)
{
    /// <summary>What generated files look like.</summary>
    public static YamlLayout Default { get; } = new("\n", "", " ", YamlStyle.DoubleQuoted);

    /// <summary>The habits seen in a file; the default's where it shows none.</summary>
    public static YamlLayout Of(YamlFile file)
    {
        var bytes = file.Content.Span;
        var lineEnd = bytes.IndexOf((byte)'\n') is var at and > 0 && bytes[at - 1] == '\r' ? "\r\n" : "\n";
        var single = 0;
        var list = (YamlNode?)null;
        foreach (var node in file.AllNodes())
        {
            single += node.Style == YamlStyle.SingleQuoted ? 1 : node.Style == YamlStyle.DoubleQuoted ? -1 : 0;
            if (list is null && node is { IsSequence: true, Style: YamlStyle.Block, Parent.IsMapping: true })
                list = node;
        }

        var quotes = single > 0 ? YamlStyle.SingleQuoted : YamlStyle.DoubleQuoted;
        return list is { } seen
            ? new YamlLayout(lineEnd, IndentOf(seen), GapOf(seen), quotes)
            : Default with { LineEnd = lineEnd, Quotes = quotes };
    }

    private static string IndentOf(YamlNode list)
    {
        var lines = new BlockLines(list.File.Content);
        var dash = lines.DashOf(list.Items.First());
        var key = list.Parent!.Value.Pairs.First(pair => pair.Value == list).Key;
        return new string(' ', Math.Max(0, lines.ColumnOf(dash) - lines.ColumnOf(key.PropertiesStart)));
    }

    private static string GapOf(YamlNode list)
    {
        var item = list.Items.First();
        var lines = new BlockLines(list.File.Content);
        var gap = item.PropertiesStart - lines.DashOf(item) - 1;
        return new string(' ', lines.LineStart(item.PropertiesStart) == lines.LineStart(lines.DashOf(item)) ? Math.Max(1, gap) : 1);
    }
}
