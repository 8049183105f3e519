using System.Text;

namespace GitOpsTasks.Yaml;

/// <summary>Reads the bytes of a scalar once more, on their own: if they are not its value, its place is not what it is taken for.</summary>
internal sealed class RegionCheck(YamlFile file, NodeRegions regions)
{
    /// <summary>Whether the bytes at a node's place are the node.</summary>
    public bool ReadsBack(YamlNode node)
    {
        var bytes = file.Text.Span[node.TextSpan.Start..node.TextSpan.End];
        if (node.Kind == YamlKind.Alias)
            return bytes.Length > 0 && bytes[0] == '*' && Encoding.UTF8.GetString(bytes[1..]) == node.Value;
        if (node.Style is YamlStyle.Literal or YamlStyle.Folded)
            return BlockReadsBack(node);
        return bytes.Length == 0 ? node.Value.Length == 0 : IsItem(Around(node, bytes), node, node.Value);
    }

    // In the surroundings that the scalar has: what is a comma in brackets is text outside.
    private static byte[] Around(YamlNode node, ReadOnlySpan<byte> bytes)
    {
        if (NodeRegions.InFlow(node))
            return [.. "["u8, .. bytes, .. "]"u8];
        return node.Parent is null ? [.. bytes] : [.. "- "u8, .. bytes];
    }

    private bool BlockReadsBack(YamlNode node)
    {
        var scalar = BlockScalar.Read(regions, node);
        var lines = regions.Lines.Bytes;
        var alone = new List<byte>(node.Style == YamlStyle.Folded ? "- >1+"u8.ToArray() : "- |1+"u8.ToArray());
        foreach (var line in scalar.Lines)
        {
            alone.Add((byte)'\n');
            if (scalar.Indent >= 0 && line.Length > scalar.Indent)
                alone.AddRange([(byte)' ', .. lines[(line.Start + scalar.Indent)..line.End]]);
        }

        return IsItem([.. alone, (byte)'\n'], node, node.Value.TrimEnd('\n'));
    }

    private bool IsItem(byte[] alone, YamlNode node, string value)
    {
        var read = YamlFile.Parse(alone, file.Path);
        if (!read.IsValid || read.Documents is not [var root])
            return false;
        var item = root.IsSequence && root.Items.Count() == 1 ? root.Items.First() : root;
        return item.IsScalar && item.Style == node.Style
            && (node.Style is YamlStyle.Literal or YamlStyle.Folded ? item.Value.TrimEnd('\n') : item.Value) == value;
    }
}
