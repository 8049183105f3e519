namespace GitOpsTasks.Yaml;

/// <summary>Anchors and tags stand before a node; edits of the node must leave them alone.</summary>
internal static class NodeProperties
{
    /// <summary>Where the node itself begins: after <c>&amp;anchor</c>, <c>!tag</c>, and the space and comments around them.</summary>
    public static int Skip(ReadOnlySpan<byte> content, ByteSpan span)
    {
        var at = span.Start;
        var afterProperties = at;
        while (at < span.End)
        {
            var c = content[at];
            if (c is (byte)'&' or (byte)'!')
            {
                while (at < span.End && !IsSpace(content[at]))
                    at++;
                afterProperties = at;
            }
            else if (IsSpace(c))
            {
                at++;
            }
            else if (c == '#')
            {
                while (at < span.End && content[at] != '\n')
                    at++;
            }
            else
            {
                return at;
            }
        }

        return afterProperties;
    }

    private static bool IsSpace(byte c) => c is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
