using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace GitOpsTasks.Parts;

/// <summary>
/// Objects as GraphQL shows them: modes as decimal numbers, and files as texts - none of binary files, cut off after 512,000
/// bytes, and converted where they are not UTF-8.
/// </summary>
internal sealed class FakeQueriedObjects(BareRepository git)
{
    private const int LongestText = 512_000;

    public async Task<IReadOnlyList<JsonNode?>> ReadAsync(IReadOnlyList<string> expressions, string fields)
    {
        var input = string.Concat(expressions.Select(expression => expression + "\n"));
        var output = (await git.TryGitAsync(["cat-file", "--batch"], Encoding.UTF8.GetBytes(input))).Output;
        var objects = new List<JsonNode?>();
        foreach (var _ in expressions)
        {
            var header = Encoding.UTF8.GetString(output.Span[..output.Span.IndexOf((byte)'\n')]).Split(' ');
            output = output[(output.Span.IndexOf((byte)'\n') + 1)..];
            if (header.Length < 3 || !int.TryParse(header[2], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            {
                objects.Add(null);
                continue;
            }

            objects.Add(Show(header[0], header[1], output[..length], fields));
            output = output[(length + 1)..];
        }

        return objects;
    }

    private static JsonObject Show(string id, string type, ReadOnlyMemory<byte> content, string fields)
    {
        var shown = new JsonObject { ["oid"] = id };
        if (type == "tree" && fields.Contains("...on Tree", StringComparison.Ordinal))
            shown["entries"] = Entries(content.Span);
        if (type != "blob" || !fields.Contains("...on Blob", StringComparison.Ordinal))
            return shown;
        var isBinary = content.Span.Contains((byte)0);
        shown["isBinary"] = isBinary;
        shown["isTruncated"] = content.Length > LongestText;
        shown["text"] = isBinary ? null : TextOf(content[..Math.Min(content.Length, LongestText)].ToArray());
        return shown;
    }

    private static JsonArray Entries(ReadOnlySpan<byte> tree)
    {
        var entries = new JsonArray();
        while (tree.Length > 0)
        {
            var space = tree.IndexOf((byte)' ');
            var end = tree.IndexOf((byte)0);
            entries.Add((JsonNode)new JsonObject
            {
                ["name"] = Encoding.UTF8.GetString(tree[(space + 1)..end]),
                ["mode"] = Convert.ToInt32(Encoding.ASCII.GetString(tree[..space]), 8),
                ["oid"] = Convert.ToHexStringLower(tree.Slice(end + 1, 20)),
            });
            tree = tree[(end + 21)..];
        }

        return entries;
    }

    private static string TextOf(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
