using System.Text;

namespace GitOpsTasks.Yaml;

/// <summary>Writes values as block YAML: two spaces, LF, lists not indented below their key, the same bytes everywhere.</summary>
public static class YamlWriter
{
    /// <summary>A whole file: UTF-8 without a byte order mark, ending in one line end.</summary>
    public static byte[] WriteFile(YamlValue value) =>
        Encoding.UTF8.GetBytes(string.Concat(Lines(value, YamlLayout.Default).Select(line => line + "\n")));

    /// <summary>The lines of a value as a block, without indentation of their own.</summary>
    internal static IEnumerable<string> Lines(YamlValue value, YamlLayout layout) => value switch
    {
        YamlMap { Count: > 0, IsInline: false } map => map.SelectMany(pair => PairLines(pair.Key, pair.Value, layout)),
        YamlList { Count: > 0 } list => list.SelectMany(item => ItemLines(item, layout)),
        _ => [Inline(value, layout, inFlow: false)],
    };

    /// <summary>The lines of a key with its value.</summary>
    internal static IEnumerable<string> PairLines(string key, YamlValue value, YamlLayout layout)
    {
        var written = ScalarWriter.Write(key, YamlStyle.Plain, inFlow: false, layout.Quotes);
        switch (value)
        {
            case YamlMap { Count: > 0, IsInline: false } map:
                return Lines(map, layout).Select(line => Indent(line, layout.MapIndent)).Prepend(written + ":");
            case YamlList { Count: > 0 } list:
                return Lines(list, layout).Select(line => Indent(line, layout.ListIndent)).Prepend(written + ":");
            case YamlText { Text: var text } when CanBeLiteral(text):
                return LiteralLines(text).Prepend(written + (text.EndsWith('\n') ? ": |" : ": |-"));
            default:
                return [$"{written}: {Inline(value, layout, inFlow: false)}"];
        }
    }

    /// <summary>The lines of a list item, dash included.</summary>
    internal static IEnumerable<string> ItemLines(YamlValue item, YamlLayout layout)
    {
        var first = true;
        foreach (var line in Lines(item, layout))
        {
            yield return first ? "-" + layout.DashGap + line : Indent(line, " " + layout.DashGap);
            first = false;
        }
    }

    /// <summary>A value in flow style, on one line.</summary>
    internal static string Inline(YamlValue value, YamlLayout layout, bool inFlow) => value switch
    {
        YamlText text => ScalarWriter.Write(text.Text, text.Style == YamlStyle.Plain ? layout.Plain : text.Style, inFlow, layout.Quotes),
        YamlPlain { Text: var text } => text,
        YamlMap { Count: 0 } => "{}",
        YamlList { Count: 0 } => "[]",
        YamlMap map => "{" + string.Join(", ", map.Select(pair => InlinePair(pair.Key, pair.Value, layout))) + "}",
        YamlList list => "[" + string.Join(", ", list.Select(item => Inline(item, layout, inFlow: true))) + "]",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    /// <summary>A key and value as they stand in braces.</summary>
    internal static string InlinePair(string key, YamlValue value, YamlLayout layout) =>
        $"{ScalarWriter.Write(key, layout.Plain, inFlow: true, layout.Quotes)}: {Inline(value, layout, inFlow: true)}";

    private static IEnumerable<string> LiteralLines(string text) =>
        text.TrimEnd('\n').Split('\n').Select(line => Indent(line, "  "));

    private static string Indent(string line, string indent) => line.Length == 0 ? line : indent + line;

    // A literal block keeps its lines as they are; what it cannot hold goes into double quotes.
    private static bool CanBeLiteral(string text) =>
        text.TrimEnd('\n').Contains('\n') && !text.EndsWith("\n\n", StringComparison.Ordinal)
        && !char.IsWhiteSpace(text[0]) && text.All(c => c != '\t' && BlockText.CanHold(c));
}
