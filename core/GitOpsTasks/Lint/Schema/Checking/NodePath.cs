using System.Text;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Schema.Checking;

/// <summary>Where a value is in its manifest, as people write it: <c>spec.template.spec.containers[0].image</c>.</summary>
internal static class NodePath
{
    /// <summary>The path of a value, or of a key's value.</summary>
    /// <param name="node">The value.</param>
    /// <param name="root">The manifest.</param>
    public static string Of(YamlNode node, YamlNode root)
    {
        var steps = new Stack<string>();
        for (var at = node; at != root && at.Parent is { } parent; at = parent)
            steps.Push(parent.IsSequence ? $"[{IndexOf(parent, at)}]" : KeyOf(parent, at));
        var path = new StringBuilder();
        foreach (var step in steps)
        {
            if (path.Length > 0 && step[0] != '[')
                path.Append('.');
            path.Append(step);
        }

        return path.ToString();
    }

    /// <summary>A field as part of a path: in brackets where it holds dots or the like.</summary>
    public static string Field(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '$') ? name : $"[\"{name}\"]";

    private static int IndexOf(YamlNode sequence, YamlNode item) => sequence.Items.TakeWhile(other => other != item).Count();

    private static string KeyOf(YamlNode mapping, YamlNode value)
    {
        foreach (var pair in mapping.Pairs)
        {
            if (pair.Value == value || pair.Key == value)
                return Field(pair.Key.Resolved.Value);
        }

        return "?";
    }
}
