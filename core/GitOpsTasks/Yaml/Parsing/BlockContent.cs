using System.Runtime.CompilerServices;

namespace GitOpsTasks.Yaml.Parsing;

/// <summary>Reads what stands in block collections and is none: scalars, aliases, flow collections, and the properties before them.</summary>
internal readonly struct BlockContent(NodeTable nodes, FlowParser flow, BlockStack stack, TagHandles? handles)
{
    /// <summary>Reads the properties on one line, and the blanks after them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public NodeProperties ReadProperties(ref Cursor cursor)
    {
        var properties = default(NodeProperties);
        while (!cursor.IsAtEnd && PropertyScanner.IsAt(cursor))
        {
            properties = PropertyScanner.Read(ref cursor, properties, handles, inFlow: false);
            cursor.SkipBlanks();
        }

        return properties;
    }

    /// <summary>Adds a scalar that is not written.</summary>
    public void AddEmpty(ReadOnlySpan<byte> text, NodeProperties properties, int at)
    {
        var node = LeafScanner.Empty(nodes, stack.Top.Node, at);
        nodes.Define(text, properties, node);
        nodes.SetProperties(node, properties);
    }

    /// <summary>Reads a literal or folded scalar.</summary>
    /// <param name="cursor">At its <c>|</c> or <c>&gt;</c>.</param>
    /// <param name="properties">What stands before it.</param>
    /// <param name="indent">Its lines are indented by more than this.</param>
    public void ReadBlockScalar(ref Cursor cursor, NodeProperties properties, int indent)
    {
        var start = cursor.At;
        var style = cursor.Current == '|' ? YamlStyle.Literal : YamlStyle.Folded;
        var end = BlockScalarScanner.Scan(ref cursor, indent, out var contentIndent);
        var node = nodes.Add(YamlKind.Scalar, style, start, end, stack.Top.Node);
        nodes[node].Link = contentIndent;
        nodes.Define(cursor.Text, properties, node);
        nodes.SetProperties(node, properties);
        cursor.Log(YamlTokenKind.BlockScalar, start, end);
    }

    /// <summary>Reads any other scalar, an alias or a flow collection.</summary>
    /// <param name="cursor">At its first byte.</param>
    /// <param name="indent">Its further lines are indented by more than this.</param>
    /// <param name="hasProperties">Whether an anchor or tag stands before it on its line.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Read(ref Cursor cursor, int indent, bool hasProperties)
    {
        var parent = stack.Top.Node;
        switch (cursor.Current)
        {
            case (byte)'"' or (byte)'\'':
                LeafScanner.Quoted(ref cursor, nodes, parent, indent);
                break;
            case (byte)'[' or (byte)'{':
                flow.Parse(ref cursor, parent, indent, stack.Depth, handles);
                break;
            case (byte)'*':
                if (hasProperties)
                    throw BlockErrors.AliasWithProperties(cursor.At);
                LeafScanner.Alias(ref cursor, nodes, parent, inFlow: false);
                break;
            default:
                LeafScanner.Plain(ref cursor, nodes, parent, indent, inFlow: false);
                break;
        }
    }
}
