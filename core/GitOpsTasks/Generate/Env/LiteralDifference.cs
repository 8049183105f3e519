namespace GitOpsTasks.Generate.Env;

/// <summary>Why docker and kustomize take a line for something else than readers of the dotenv family.</summary>
internal static class LiteralDifference
{
    private static readonly ReadingDifference s_export =
        new("'export' is skipped here; docker refuses it, and kustomize takes it for a part of the key.", "Write KEY=VALUE without it.");

    private static readonly ReadingDifference s_lines =
        new("The value has several lines here; docker and kustomize take each for a variable of its own.", "Put texts of several lines into files of a volume.");

    private static readonly ReadingDifference s_key =
        new("The space before '=' is skipped here; docker refuses it, and kustomize takes it for a part of the key.", "Write KEY=VALUE without space around '='.");

    private static readonly ReadingDifference s_value =
        new("Quotes, variables, comments or space around the value are not part of it here; to docker and kustomize they are.", "Write the value alone, where it needs none of them.");

    /// <summary>What differs about a line; null where both read the same.</summary>
    /// <param name="line">The first line of the variable.</param>
    /// <param name="key">Its name.</param>
    /// <param name="value">Its value, as it is read here.</param>
    /// <param name="lines">How many lines it stands on.</param>
    public static ReadingDifference? Of(string line, string key, string value, int lines)
    {
        var text = line.TrimStart();
        if (lines > 1)
            return s_lines;
        if (!text.StartsWith(key, StringComparison.Ordinal))
            return s_export;
        if (text[key.Length] != '=')
            return s_key;
        return text[(key.Length + 1)..] == value ? null : s_value;
    }
}
