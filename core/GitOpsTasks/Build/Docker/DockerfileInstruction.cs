namespace GitOpsTasks.Build.Docker;

/// <summary>An instruction of a Dockerfile.</summary>
/// <param name="Keyword">Such as <c>RUN</c>, in upper case.</param>
/// <param name="Text">What follows, its lines joined; without the text of here-documents.</param>
/// <param name="Line">Its first line, from 1.</param>
internal sealed record DockerfileInstruction(string Keyword, string Text, int Line)
{
    /// <summary>Whether here-documents belong to it.</summary>
    public bool HasHereDocument { get; init; }

    /// <summary>Its words; quotes are not looked at.</summary>
    public IEnumerable<string> Words => Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Its flags, such as <c>--mount=type=cache</c>.</summary>
    public IEnumerable<string> Flags => Words.TakeWhile(word => word.StartsWith("--", StringComparison.Ordinal));
}
