namespace GitOpsTasks.Yaml.Parsing;

/// <summary>What is said of nodes that stand where they cannot.</summary>
internal static class BlockErrors
{
    /// <summary>A block collection cannot begin at a place.</summary>
    public static SyntaxErrorException NotHere(in Cursor cursor, in NodeStart start, YamlKind kind) =>
        cursor.Text[start.Line..start.Offset].Contains((byte)'\t')
            ? new SyntaxErrorException(start.Offset, "A tab stands where YAML allows only spaces: before a key or a dash.", "Indent by spaces.")
            : kind == YamlKind.Sequence
                ? new SyntaxErrorException(cursor.At, "A sequence cannot begin on this line.", "Begin it on the next line.")
                : new SyntaxErrorException(cursor.At, "A mapping cannot begin on this line: there is a colon with a space after it.", "Quote the text, or begin the mapping on the next line.");

    /// <summary>An alias is what was anchored: it takes nothing more (YAML 1.2.2, 7.1).</summary>
    public static SyntaxErrorException AliasWithProperties(int offset) => new(offset, "An alias has no anchor or tag of its own.");
}
