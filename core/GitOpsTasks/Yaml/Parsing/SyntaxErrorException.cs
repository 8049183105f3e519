namespace GitOpsTasks.Yaml.Parsing;

/// <summary>The text is not YAML; <see cref="StreamParser"/> turns it into a diagnostic and reads on at the next document.</summary>
internal sealed class SyntaxErrorException(int offset, string message, string? advice = null) : Exception(message)
{
    /// <summary>The byte at fault.</summary>
    public int Offset { get; } = offset;

    /// <summary>What to do, in one sentence; null where the message says it.</summary>
    public string? Advice { get; } = advice;
}
