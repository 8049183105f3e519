namespace GitOpsTasks.Build;

/// <summary>Reads texts of inputs that have a grammar of their own.</summary>
internal static class BuildTexts
{
    /// <summary>Values between commas, each once; docker takes platforms both repeated and so.</summary>
    public static IReadOnlyList<string> Parts(IReadOnlyList<string> values) =>
        [.. values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)];

    /// <summary><c>true</c> or <c>false</c>; null for nothing.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static bool? Switch(IReadOnlyList<string> values)
    {
        if (values.Count == 0)
            return null;
        return bool.TryParse(values[^1], out var value) ? value : throw new FormatException("Write true or false.");
    }

    /// <summary><c>NAME=VALUE</c> each; the last of a name counts.</summary>
    /// <exception cref="FormatException">One is not of that form.</exception>
    public static IReadOnlyDictionary<string, string> Pairs(IReadOnlyList<string> values)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values.Select(Pair))
            pairs[name] = value;
        return pairs;
    }

    /// <summary><c>TYPE=FILE</c> each.</summary>
    /// <exception cref="FormatException">One is not of that form, or its type is no media type.</exception>
    public static IReadOnlyList<AttachedFile> Attached(IReadOnlyList<string> values) =>
    [
        .. values.Select(Pair).Select(pair => pair.Name.Split('/') is [{ Length: > 0 }, { Length: > 0 }] && pair.Value.Length > 0
            ? new AttachedFile(pair.Name, pair.Value)
            : throw new FormatException("Write a media type and a file, such as application/spdx+json=sbom.json.")),
    ];

    private static (string Name, string Value) Pair(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 ? (text[..equals], text[(equals + 1)..]) : throw new FormatException("Write NAME=VALUE.");
    }
}
