using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Fixing;

/// <summary>Mends of white space, which never touch what a scalar holds.</summary>
internal static class WhiteSpaceFix
{
    /// <summary>The edit that mends trailing blanks; null where they belong to a scalar.</summary>
    public static ByteEdit? TrailingSpaces(FixText text, SourcePlace place)
    {
        var start = text.OffsetOf(place.Line, place.Column);
        if (start < 0 || text.EndOf(place.Line) is var end && (start >= end || !text.Bytes[start..end].Trim(" \t"u8).IsEmpty) || text.TokenAt(start) is not { } token)
            return null;
        var isOutside = token.Kind is YamlTokenKind.Whitespace or YamlTokenKind.Comment or YamlTokenKind.PlainScalar
            || (token.Kind == YamlTokenKind.BlockScalar && text.StartOf(place.Line) <= token.Span.Start);
        return isOutside ? new ByteEdit(start, text.EndOf(place.Line), "") : null;
    }

    /// <summary>The edit that puts blanks before a comment or behind its sign.</summary>
    public static ByteEdit? Comment(FixText text, Diagnostic finding)
    {
        var at = text.OffsetOf(finding.Place!.Line, finding.Place.Column);
        if (at <= 0 || text.TokenAt(at) is not { Kind: YamlTokenKind.Comment } token)
            return null;
        if (finding.Message.StartsWith("missing starting space", StringComparison.Ordinal))
            return at > token.Span.Start ? new ByteEdit(at, at, " ") : null;
        var before = text.Bytes[text.StartOf(finding.Place.Line)..at];
        var missing = Numbers(finding.Message) is [.., var wanted] ? wanted - (before.Length - before.TrimEnd((byte)' ').Length) : 0;
        return missing > 0 && at == token.Span.Start ? new ByteEdit(at, at, new string(' ', missing)) : null;
    }

    /// <summary>The edit that removes blank lines; null where they belong to a scalar.</summary>
    public static ByteEdit? EmptyLines(FixText text, Diagnostic finding)
    {
        if (Numbers(finding.Message) is not [var found, var most] || found <= most || !text.HasLine(finding.Place!.Line))
            return null;
        var (start, end) = (text.StartOf(finding.Place.Line - (found - most) + 1), text.StartOf(finding.Place.Line + 1));
        if (!text.Bytes[start..end].Trim("\r\n"u8).IsEmpty)
            return null;
        for (var at = start; at < end && text.TokenAt(at) is { } token; at = token.Span.End)
        {
            if (token.Kind is not (YamlTokenKind.LineBreak or YamlTokenKind.Whitespace) && !EndsClipped(text, token, start))
                return null;
        }

        return new ByteEdit(start, end, "");
    }

    /// <summary>The edit that ends the last line; null where that would become part of a scalar.</summary>
    public static ByteEdit? LastLineEnd(FixText text)
    {
        if (text.Bytes.IsEmpty || text.Bytes[^1] == '\n')
            return null;
        var isKept = text.TokenAt(text.Bytes.Length - 1) is { Kind: YamlTokenKind.BlockScalar } block && !text.HeaderOf(block).Contains((byte)'-');
        return isKept ? null : new ByteEdit(text.Bytes.Length, text.Bytes.Length, text.LineEnd);
    }

    /// <summary>The edit that begins a document; null where there is none.</summary>
    public static ByteEdit? DocumentStart(FixText text, Diagnostic finding)
    {
        if (!finding.Message.StartsWith("missing", StringComparison.Ordinal) || text.File.Documents.Count == 0 || !text.HasLine(finding.Place!.Line))
            return null;
        var at = text.StartOf(finding.Place.Line);
        return new ByteEdit(at, at, "---" + text.LineEnd);
    }

    // Blank lines behind the text of a block scalar count only where it keeps them.
    private static bool EndsClipped(FixText text, YamlToken token, int start) =>
        token.Kind == YamlTokenKind.BlockScalar && !text.HeaderOf(token).Contains((byte)'+') && start > token.Span.Start
        && text.Bytes[start..token.Span.End].Trim(" \r\n"u8).IsEmpty;

    private static List<int> Numbers(string message)
    {
        var numbers = new List<int>();
        foreach (var word in message.Split([' ', '(', ')', ':'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (int.TryParse(word, out var number))
                numbers.Add(number);
        }

        return numbers;
    }
}
