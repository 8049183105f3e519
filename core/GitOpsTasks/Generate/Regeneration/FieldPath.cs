using System.Globalization;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>Writes paths of fields so that <see cref="YamlPath"/> reads them.</summary>
internal static class FieldPath
{
    private const int LongestLabel = 100;
    private static readonly string[] s_labels = ["name", "key", "mountPath", "path", "containerPort", "port", "host", "type", "kind"];

    /// <summary>The path of a key below a path.</summary>
    public static string Key(string path, string key) =>
        !IsPlain(key) ? $"{path}[{Quoted(key)}]" : path.Length == 0 ? key : $"{path}.{key}";

    /// <summary>
    /// What each item of a list goes by: <c>[name=web]</c> where a field tells all items apart, else <c>[0]</c>. The same
    /// list always gets the same labels.
    /// </summary>
    public static IReadOnlyList<string> Labels(YamlList list)
    {
        foreach (var field in s_labels)
        {
            var values = list.Select(item => (item as YamlMap)?.At(field).Scalar()).ToList();
            if (values.TrueForAll(value => value is { Length: > 0 and <= LongestLabel }) && values.Distinct(StringComparer.Ordinal).Count() == values.Count)
                return [.. values.Select(value => $"[{field}={(IsPlain(value!) ? value : Quoted(value!))}]")];
        }

        return [.. list.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"[{index}]"))];
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static bool IsPlain(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '/');
}
