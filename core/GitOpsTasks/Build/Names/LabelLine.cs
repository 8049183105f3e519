namespace GitOpsTasks.Build.Names;

/// <summary>A line of <c>labels</c> or <c>annotations</c>.</summary>
/// <param name="Levels">The levels it is for; empty where it names none.</param>
/// <param name="Key">What stands before the first equals sign.</param>
/// <param name="Value">What stands after it; an empty value leaves the label out.</param>
internal sealed record LabelLine(IReadOnlyList<string> Levels, string Key, PlacedText Value)
{
    /// <summary>All lines of an input. Only annotations have levels.</summary>
    public static IReadOnlyList<LabelLine> ReadAll(NameInput input, string text) =>
        [.. input.Lines(text).Select(line => Read(CsvFields.Whole(line), hasLevels: input == NameInput.Annotations))];

    private static LabelLine Read(PlacedText line, bool hasLevels)
    {
        var equals = line.Text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
            throw line.Refuse($"The line '{line.Text}' has no equals sign.", "Write KEY=VALUE; KEY= leaves out a label that is made from the event.");
        var key = line.Slice(0, equals).Trim();
        string[] levels = [];
        if (hasLevels && key.Text.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
        {
            levels = key.Text[..colon].Split(',', StringSplitOptions.TrimEntries);
            if (Array.Find(levels, level => !ImageAnnotation.Levels.Contains(level)) is { } unknown)
                throw key.Refuse($"There is no level '{unknown}' of annotations.", $"Levels are {string.Join(", ", ImageAnnotation.Levels)}.");
            key = key.From(colon + 1).Trim();
        }

        return key.Text.Length == 0 || key.Text.Any(char.IsWhiteSpace)
            ? throw line.Refuse($"'{key.Text}' is not a key.", "Write KEY=VALUE, with a key such as org.opencontainers.image.title.")
            : new LabelLine(levels, key.Text, line.From(equals + 1).Trim());
    }
}
