using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Yaml.Tokens;

/// <summary>A token: its bytes, and where they are in lines and columns, which count from 0, columns in code points.</summary>
internal struct Token
{
    /// <summary>What it is.</summary>
    public TokenKind Kind;

    /// <summary>How a scalar is written.</summary>
    public YamlStyle Style;

    /// <summary>Whether a scalar's bytes, without quotes, are its value.</summary>
    public bool IsVerbatim;

    /// <summary>Offset of the first byte.</summary>
    public int Start;

    /// <summary>Offset after the last byte.</summary>
    public int End;

    /// <summary>Line of the first byte.</summary>
    public int Line;

    /// <summary>Column of the first byte.</summary>
    public int Column;

    /// <summary>Line of the end.</summary>
    public int EndLine;

    /// <summary>Column of the end.</summary>
    public int EndColumn;

    /// <summary>Whether it is a scalar without quotes.</summary>
    public readonly bool IsPlain => Kind == TokenKind.Scalar && Style == YamlStyle.Plain;

    /// <summary>Whether it is a key written with a question mark.</summary>
    public readonly bool IsExplicitKey => Kind == TokenKind.Key && End > Start;

    /// <summary>The bytes between quotes, or all.</summary>
    public readonly (int Start, int End) Inner => Style is YamlStyle.SingleQuoted or YamlStyle.DoubleQuoted ? (Start + 1, End - 1) : (Start, End);
}
