namespace GitOpsTasks.Generate.Workloads;

/// <summary>The keys that an application's files have in their ConfigMap.</summary>
internal static class FileKeys
{
    /// <summary>The key of a file: its name, or its whole path where another file has the same name.</summary>
    public static string Of(string path, IEnumerable<string> all)
    {
        var name = Name(path);
        return all.Count(other => Name(other) == name) == 1 ? name : Valid(path.Trim('/').Replace('/', '-'));
    }

    /// <summary>The data of the ConfigMap.</summary>
    public static IReadOnlyDictionary<string, string> Data(IReadOnlyDictionary<string, string> files) =>
        new SortedDictionary<string, string>(
            files.ToDictionary(file => Of(file.Key, files.Keys), file => file.Value, StringComparer.Ordinal), StringComparer.Ordinal);

    private static string Name(string path) => Valid(path[(path.LastIndexOf('/') + 1)..]);

    private static string Valid(string text) => string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_'));
}
