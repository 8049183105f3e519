namespace GitOpsTasks.Yaml;

/// <summary>A piece of a file. The tokens of a file stand one after the other and leave no byte out.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it is.</param>
public readonly record struct YamlToken(YamlTokenKind Kind, ByteSpan Span)
{
    /// <summary>Whether it only separates others: white space, line breaks, comments, byte order marks.</summary>
    public bool IsTrivia => Kind <= YamlTokenKind.Comment;
}
