using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace GitOpsTasks.Yaml.Parsing;

/// <summary>Finds what is no YAML character (YAML 1.2.2, 5.1): malformed UTF-8 and control characters.</summary>
internal static class ForbiddenCharacters
{
    private static readonly SearchValues<byte> s_controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(b => (byte)b).Except("\t\n\r"u8.ToArray()), 0x7F]);

    /// <summary>Whether there may be any: most texts are plain ASCII without controls, which shows at memory speed.</summary>
    public static bool MayBeIn(ReadOnlySpan<byte> text) => !Ascii.IsValid(text) || text.ContainsAny(s_controls);

    /// <summary>The first forbidden character of each kind.</summary>
    public static IEnumerable<Finding> Find(ReadOnlyMemory<byte> text)
    {
        var control = text.Span.IndexOfAny(s_controls);
        if (control >= 0)
            yield return Control(control, text.Span[control]);
        if (Ascii.IsValid(text.Span))
            yield break;
        var malformed = FirstMalformed(text.Span);
        if (malformed >= 0)
        {
            yield return new Finding(
                YamlCodes.NotUtf8, malformed, "The file has bytes that are not UTF-8.", "Save it as UTF-8: Kubernetes reads nothing else.", IsWarning: true);
        }

        var other = FirstUnprintable(text.Span);
        if (other >= 0)
            yield return Control(other, text.Span[other + 1]);
    }

    private static Finding Control(int offset, byte code) => new(
        YamlCodes.Syntax, offset, $"This is not YAML: the control character 0x{code:X2} cannot stand in it.", "Remove it, or write it as an escape in double quotes.");

    private static int FirstMalformed(ReadOnlySpan<byte> text)
    {
        if (Utf8.IsValid(text))
            return -1;
        var at = 0;
        while (at < text.Length)
        {
            if (Rune.DecodeFromUtf8(text[at..], out _, out var length) != OperationStatus.Done)
                return at;
            at += length;
        }

        return -1;
    }

    // C1 controls but NEL: two bytes, the first 0xC2. U+FFFE and U+FFFF, three bytes, are left to readers of the value.
    private static int FirstUnprintable(ReadOnlySpan<byte> text)
    {
        for (var at = 0; at + 1 < text.Length; at++)
        {
            var next = text[at..].IndexOf((byte)0xC2);
            if (next < 0)
                return -1;
            at += next;
            if (at + 1 < text.Length && text[at + 1] is >= 0x80 and <= 0x9F and not 0x85)
                return at;
        }

        return -1;
    }
}
