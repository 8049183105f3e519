using System.Globalization;
using System.Text;

namespace GitOpsTasks.Yaml;

/// <summary>Writes the path of a node.</summary>
internal static class YamlPathText
{
    public static string Of(YamlNode node)
    {
        var steps = new Stack<string>();
        for (var at = node; at.Parent is { } parent; at = parent)
            steps.Push(Step(parent, at));
        var text = new StringBuilder();
        foreach (var step in steps)
        {
            if (text.Length > 0 && step[0] != '[')
                text.Append('.');
            text.Append(step);
        }

        return text.ToString();
    }

    private static string Step(YamlNode parent, YamlNode child)
    {
        var place = 0;
        for (var at = parent.Index + 1; ; place++)
        {
            var node = new YamlNode(parent.File, at);
            var value = parent.IsMapping ? new YamlNode(parent.File, node.NextIndex) : node;
            if (node == child || value == child)
                return parent.IsMapping && node.Resolved.IsScalar ? Key(node.Resolved.Value) : string.Create(CultureInfo.InvariantCulture, $"[{place}]");
            at = value.NextIndex;
        }
    }

    private static string Key(string key) =>
        key.Length > 0 && key.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '/')
            ? key
            : $"[\"{key.Replace("\"", "\"\"", StringComparison.Ordinal)}\"]";
}
