using System.Runtime.CompilerServices;

namespace GitOpsTasks.Yaml.Parsing;

/// <summary>Reads the scalars and aliases that stand in block and flow style alike into nodes.</summary>
internal static class LeafScanner
{
    /// <summary>Reads an alias.</summary>
    /// <returns>Its node.</returns>
    public static int Alias(ref Cursor cursor, NodeTable nodes, int parent, bool inFlow)
    {
        var span = PropertyScanner.ReadName(ref cursor, YamlTokenKind.Alias, inFlow);
        return nodes.AddAlias(cursor.Text, span.Start, span.End, parent);
    }

    /// <summary>Reads a quoted scalar.</summary>
    /// <returns>Its node.</returns>
    public static int Quoted(ref Cursor cursor, NodeTable nodes, int parent, int indent)
    {
        var start = cursor.At;
        var isSingle = cursor.Current == '\'';
        var isVerbatim = QuotedScanner.Scan(ref cursor, indent);
        cursor.Log(isSingle ? YamlTokenKind.SingleQuotedScalar : YamlTokenKind.DoubleQuotedScalar, start);
        var node = nodes.Add(YamlKind.Scalar, isSingle ? YamlStyle.SingleQuoted : YamlStyle.DoubleQuoted, start, cursor.At, parent);
        nodes[node].IsVerbatim = isVerbatim;
        return node;
    }

    /// <summary>Reads a plain scalar.</summary>
    /// <returns>Its node.</returns>
    /// <exception cref="SyntaxErrorException">It cannot begin with this character.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Plain(ref Cursor cursor, NodeTable nodes, int parent, int indent, bool inFlow)
    {
        if (!PlainScanner.CanStart(cursor.Text, cursor.At, inFlow))
            throw new SyntaxErrorException(cursor.At, "A text cannot begin with this character here.", "Quote the text.");
        var start = cursor.At;
        var stop = PlainScanner.ScanLine(cursor.Text, start, inFlow, out var end);
        cursor.At = end;
        cursor.IsFirst = false;
        var goesOn = Characters.IsBreakOrEnd(cursor.Text, stop) && PlainScanner.ScanFurtherLines(ref cursor, indent, inFlow);
        cursor.Log(YamlTokenKind.PlainScalar, start);
        var node = nodes.Add(YamlKind.Scalar, YamlStyle.Plain, start, cursor.At, parent);
        nodes[node].IsVerbatim = !goesOn;
        return node;
    }

    /// <summary>Adds a scalar that is not written: what YAML reads as null.</summary>
    /// <returns>Its node.</returns>
    public static int Empty(NodeTable nodes, int parent, int at)
    {
        var node = nodes.Add(YamlKind.Scalar, YamlStyle.Plain, at, at, parent);
        nodes[node].IsVerbatim = true;
        return node;
    }
}
