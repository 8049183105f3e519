namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>What the text is inside of at a token, and where lines in it have to begin.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Indent">The column, from 0; -1 for any further in than where it was found.</param>
internal record struct IndentFrame(IndentKind Kind, int Indent)
{
    /// <summary>The column of the line that a flow collection begins on: its closing bracket may stand there.</summary>
    public int LineIndent { get; init; }

    /// <summary>Whether a key has a question mark.</summary>
    public bool IsExplicitKey { get; init; }

    /// <summary>Whether a list has no token for its start, since its items stand at the column of the key above.</summary>
    public bool IsUnmarked { get; init; }
}
