using System.Buffers;

namespace GitOpsTasks.Init.Sources;

/// <summary>The lines of an env file, as compose reads them.</summary>
internal static class EnvLines
{
    private const int MostLines = 2000;

    // What some readers take for itself, and others for quotes, variables, escapes or comments.
    private static readonly SearchValues<char> s_special = SearchValues.Create("\"'`$\\#");

    /// <summary>A variable; plain where every reader of env files takes its line for the same.</summary>
    public readonly record struct Entry(string Key, string Value, bool IsPlain);

    /// <summary>The variables; lines that are none are passed over.</summary>
    public static IReadOnlyList<Entry> Read(string text)
    {
        var entries = new List<Entry>();
        foreach (var line in text.Split('\n').Take(MostLines).Select(line => line.TrimEnd('\r')))
        {
            var trimmed = line.Trim();
            var equals = trimmed.IndexOf('=', StringComparison.Ordinal);
            if (trimmed is "" or ['#', ..] || equals <= 0)
                continue;
            var key = trimmed[..equals];
            var isExported = key.StartsWith("export ", StringComparison.Ordinal);
            var value = trimmed[(equals + 1)..];
            var isPlain = !isExported && trimmed == line && key.TrimEnd() == key && !value.AsSpan().ContainsAny(s_special) && value.Trim() == value;
            entries.Add(new Entry((isExported ? key[7..] : key).Trim(), Unquote(value.Trim()), isPlain));
        }

        return entries;
    }

    private static string Unquote(string value)
    {
        if (value.Length > 1 && value[0] is '"' or '\'' && value.LastIndexOf(value[0]) is var end and > 0)
            return value[1..end];
        var comment = value.IndexOf(" #", StringComparison.Ordinal);
        return comment < 0 ? value : value[..comment].TrimEnd();
    }
}
