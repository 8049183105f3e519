namespace GitOpsTasks.Generate.Env;

/// <summary>
/// Lines as <c>docker run --env-file</c> and kustomize read them: <c>KEY=VALUE</c>, quotes and <c>$</c> kept, lines that
/// begin with <c>#</c> skipped, space before the key skipped.
/// </summary>
internal static class LiteralLines
{
    /// <summary>Reads the lines.</summary>
    public static void Read(IReadOnlyList<string> lines, EnvEntries entries)
    {
        for (var index = 0; index < lines.Count; index++)
        {
            var text = lines[index].TrimStart();
            var column = lines[index].Length - text.Length + 1;
            if (text.Length > 0 && text[0] != '#')
                ReadLine(text, index + 1, column, entries);
        }
    }

    private static void ReadLine(string text, int line, int column, EnvEntries entries)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var key = equals < 0 ? text : text[..equals];
        var value = equals < 0 ? "" : text[(equals + 1)..];
        if (key.Length == 0)
            entries.Error(line, column, "This line has no key.", "Write KEY=VALUE.");
        else if (key.StartsWith("export ", StringComparison.Ordinal) || key.StartsWith("export\t", StringComparison.Ordinal))
            entries.Error(line, column, "'export' would become part of the key.", "Write KEY=VALUE without it, or read the file with 'envFormat: dotenv'.");
        else if (char.IsWhiteSpace(key[^1]))
            entries.Error(line, column, "The space before '=' would become part of the key.", "Write KEY=VALUE without space around '='.");
        else
            entries.Add(key, value, line, column, column + equals + 1, equals < 0 ? DotenvDifference.NoValue : DotenvDifference.Of(value));
    }
}
