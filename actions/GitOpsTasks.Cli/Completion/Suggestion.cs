namespace GitOpsTasks.Cli.Completion;

/// <summary>Something that the word under the cursor may become.</summary>
/// <param name="Word">The whole word.</param>
/// <param name="Text">What it does, for shells that show that; empty where the word says it.</param>
internal sealed record Suggestion(string Word, string Text)
{
    /// <summary>Stands for the files there are: the shell knows best how to complete them.</summary>
    public static Suggestion Paths { get; } = new(":paths", "");

    /// <summary>The line that the scripts read: the word, and behind a tabulator the first sentence about it.</summary>
    public string Line => Text.Length == 0 ? Word : $"{Word}\t{FirstSentence}";

    private string FirstSentence
    {
        get
        {
            var end = Text.IndexOf(". ", StringComparison.Ordinal);
            return (end < 0 ? Text : Text[..end]).TrimEnd('.');
        }
    }
}
