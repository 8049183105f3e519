namespace GitOpsTasks.Generate.Regeneration;

/// <summary>Takes a text with git's conflict markers apart.</summary>
internal static class ConflictMarkers
{
    /// <summary>The text as either side has it; null where there are no markers.</summary>
    public static IReadOnlyList<string>? Sides(string text)
    {
        if (!text.Contains("<<<<<<< ", StringComparison.Ordinal))
            return null;
        var (ours, theirs) = (new List<string>(), new List<string>());
        var (isOurs, isTheirs) = (true, true);
        foreach (var line in text.Split('\n'))
        {
            var marker = line.Length < 7 ? "" : line[..7];
            (isOurs, isTheirs, var isMarker) = marker switch
            {
                "<<<<<<<" => (true, false, true),
                "|||||||" => (false, false, true),
                "=======" when !(isOurs && isTheirs) => (false, true, true),
                ">>>>>>>" => (true, true, true),
                _ => (isOurs, isTheirs, false),
            };
            if (!isMarker && isOurs)
                ours.Add(line);
            if (!isMarker && isTheirs)
                theirs.Add(line);
        }

        return [string.Join('\n', ours), string.Join('\n', theirs)];
    }
}
