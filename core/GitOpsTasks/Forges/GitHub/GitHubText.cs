namespace GitOpsTasks.Forges.GitHub;

/// <summary>What GitHub takes as the body of a pull request or comment.</summary>
internal static class GitHubText
{
    /// <summary>The most characters of a body; more is refused with a 422.</summary>
    public const int MaximumLength = 65536;

    private const string CutNote = "\n\n*The rest was cut: a body holds at most 65536 characters.*";

    /// <summary>The text, or as much of its beginning as fits with a note that it was cut.</summary>
    public static string Fit(string text)
    {
        if (text.Length <= MaximumLength)
            return text;
        var length = MaximumLength - CutNote.Length;
        if (char.IsHighSurrogate(text[length - 1]))
            length--;
        return string.Concat(text.AsSpan(0, length), CutNote);
    }
}
