using System.Text;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Init.Sources;

/// <summary>Texts of compose files. Variables of whoever runs compose are not known; their defaults are.</summary>
internal static class ComposeText
{
    /// <summary>A text with its variables; null where one is not known.</summary>
    public static string? Expand(string text)
    {
        if (ShellVariable.IsTooMuch(text))
            return null;
        var expanded = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '$')
                expanded.Append(text[i]);
            else if (i + 1 < text.Length && text[i + 1] == '$')
                expanded.Append(text[i++]);
            else if (ShellVariable.At(text, i) is { } variable)
            {
                if (variable.Resolve(_ => null, Expand) is not { } value)
                    return null;
                expanded.Append(value);
                i += variable.Length - 1;
            }
            else
                expanded.Append('$');
        }

        return expanded.ToString();
    }

    /// <summary>The text of a scalar with its variables; null where there is none, or it is not known.</summary>
    public static string? Of(YamlNode? node) => node is { IsScalar: true, IsNull: false } scalar ? Expand(scalar.Value) : null;

    /// <summary>The value of a key, through aliases and <c>&lt;&lt;</c>.</summary>
    public static YamlNode? Find(YamlNode? node, string key) => node is { } mapping ? MergedKeys.Find(mapping, key)?.Resolved : null;

    /// <summary>The texts of a list, or the words of a text; null where there is neither, or one is not known.</summary>
    public static IReadOnlyList<string>? Words(YamlNode? node)
    {
        if (node is { IsSequence: true } list)
        {
            var words = list.Items.Select(item => Of(item.Resolved)).ToList();
            return words.Contains(null) ? null : [.. words.OfType<string>()];
        }

        return Of(node) is { } text ? DockerWords.Split(text) : null;
    }
}
