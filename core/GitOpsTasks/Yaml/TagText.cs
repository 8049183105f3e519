using System.Globalization;
using System.Text;

namespace GitOpsTasks.Yaml;

/// <summary>What a tag as written stands for (YAML 1.2.2, 6.9.1).</summary>
internal static class TagText
{
    /// <summary>The tag with its handle replaced and its <c>%</c> escapes decoded; null where the handle is not declared.</summary>
    /// <param name="written">Such as <c>!local</c>, <c>!!str</c>, <c>!e!tag%21</c> or <c>!&lt;tag:example.com,2000:a&gt;</c>.</param>
    /// <param name="handles">The document's declarations.</param>
    public static string? Resolve(ReadOnlySpan<byte> written, TagHandles? handles)
    {
        if (written.StartsWith("!<"u8))
            return Encoding.UTF8.GetString(written[2..^1]);
        if (written.Length == 1)
            return "!";
        var handle = HandleLength(written);
        var prefix = TagHandles.PrefixOf(handles, Encoding.UTF8.GetString(written[..handle]));
        return prefix is null ? null : prefix + Unescape(written[handle..]);
    }

    // `!` in `!local`, else up to and including the second mark.
    private static int HandleLength(ReadOnlySpan<byte> written) => written[1..].IndexOf((byte)'!') is var at and >= 0 ? at + 2 : 1;

    private static string Unescape(ReadOnlySpan<byte> suffix)
    {
        if (!suffix.Contains((byte)'%'))
            return Encoding.UTF8.GetString(suffix);
        var bytes = new byte[suffix.Length];
        var length = 0;
        for (var i = 0; i < suffix.Length; i++)
        {
            if (suffix[i] != '%')
            {
                bytes[length++] = suffix[i];
                continue;
            }

            bytes[length++] = byte.Parse(suffix.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            i += 2;
        }

        return Encoding.UTF8.GetString(bytes.AsSpan(0, length));
    }
}
