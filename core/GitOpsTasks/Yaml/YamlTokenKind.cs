namespace GitOpsTasks.Yaml;

/// <summary>What a <see cref="YamlToken"/> is.</summary>
public enum YamlTokenKind
{
    /// <summary>The byte order mark of a stream or document.</summary>
    ByteOrderMark,

    /// <summary>Spaces and tabs between other tokens.</summary>
    Whitespace,

    /// <summary>LF, CR or CRLF.</summary>
    LineBreak,

    /// <summary>From <c>#</c> to before the line break.</summary>
    Comment,

    /// <summary>A <c>%</c> line, up to its comment.</summary>
    Directive,

    /// <summary><c>---</c>.</summary>
    DocumentStart,

    /// <summary><c>...</c>.</summary>
    DocumentEnd,

    /// <summary><c>-</c> before an item.</summary>
    SequenceEntry,

    /// <summary><c>?</c> before a key.</summary>
    ExplicitKey,

    /// <summary><c>:</c> before a value.</summary>
    Value,

    /// <summary><c>[</c>.</summary>
    FlowSequenceStart,

    /// <summary><c>]</c>.</summary>
    FlowSequenceEnd,

    /// <summary><c>{</c>.</summary>
    FlowMappingStart,

    /// <summary><c>}</c>.</summary>
    FlowMappingEnd,

    /// <summary><c>,</c>.</summary>
    FlowEntry,

    /// <summary><c>&amp;name</c>.</summary>
    Anchor,

    /// <summary><c>!tag</c>.</summary>
    Tag,

    /// <summary><c>*name</c>.</summary>
    Alias,

    /// <summary>A scalar without quotes, over one line or several.</summary>
    PlainScalar,

    /// <summary>A scalar in <c>'</c>, quotes included.</summary>
    SingleQuotedScalar,

    /// <summary>A scalar in <c>"</c>, quotes included.</summary>
    DoubleQuotedScalar,

    /// <summary>A scalar after <c>|</c> or <c>&gt;</c>, header included.</summary>
    BlockScalar,

    /// <summary>What was passed over after a syntax error.</summary>
    Unparsed,
}
