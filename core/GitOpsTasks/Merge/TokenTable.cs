using System.Globalization;
using System.Text;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Merge;

/// <summary>
/// Stand-ins for fields, put into the three versions before git merges them and taken out of the result. A field that is
/// decided has the same one in each, so that git sees no change there; one in conflict has three different ones, so that git
/// marks it. They are made of control characters that YAML does not allow, so that no file has them.
/// </summary>
internal sealed class TokenTable
{
    private const byte Open = 1;
    private const byte Close = 2;

    /// <summary>Begins the label of the ancestor's part of a conflict, so that no line of the text is taken for its marker.</summary>
    public const char LabelMark = (char)3;

    private readonly List<(ReadOnlyMemory<byte> InBase, ReadOnlyMemory<byte> Elsewhere)> _texts = [];

    /// <summary>A new stand-in, as text.</summary>
    /// <param name="inBase">What it stands for in the ancestor's part of a conflict.</param>
    /// <param name="elsewhere">What it stands for in all other places.</param>
    public string Add(ReadOnlyMemory<byte> inBase, ReadOnlyMemory<byte> elsewhere)
    {
        _texts.Add((inBase, elsewhere));
        return $"{(char)Open}{(_texts.Count - 1).ToString(CultureInfo.InvariantCulture)}{(char)Close}";
    }

    /// <summary>A text with stand-ins in some places.</summary>
    public static byte[] Put(YamlFile file, IEnumerable<(ByteSpan Span, string Token)> places) =>
        SpliceList.Of(places.Select(place => new Splice(place.Span, place.Token)), file.Content.Span, _ => false) is { } splices
            ? splices.ApplyTo(file.Content.Span)
            : throw new FieldwiseMergeException("two of its fields overlap");

    /// <summary>The text with what the stand-ins stand for.</summary>
    /// <param name="merged">What git made of the texts.</param>
    /// <param name="markers">The markers git was given, the ancestor's label with <see cref="LabelMark"/> before it.</param>
    public byte[] Resolve(ReadOnlySpan<byte> merged, MergeMarkers markers)
    {
        var closes = Encoding.UTF8.GetBytes(new string('=', markers.Size));
        var result = new MemoryStream(merged.Length);
        var inBase = false;
        while (!merged.IsEmpty)
        {
            var end = merged.IndexOf((byte)'\n');
            var line = end < 0 ? merged : merged[..(end + 1)];
            merged = merged[line.Length..];
            if (line.IndexOf((byte)LabelMark) >= 0)
                inBase = true;
            else if (inBase && line.TrimEnd("\r\n"u8).SequenceEqual(closes))
                inBase = false;
            WriteLine(line, inBase, result);
        }

        return result.ToArray();
    }

    private void WriteLine(ReadOnlySpan<byte> line, bool inBase, MemoryStream result)
    {
        while (line.IndexOf(Open) is var open and >= 0)
        {
            var close = line.IndexOf(Close);
            var text = _texts[int.Parse(line[(open + 1)..close], CultureInfo.InvariantCulture)];
            result.Write(line[..open]);
            result.Write((inBase ? text.InBase : text.Elsewhere).Span);
            line = line[(close + 1)..];
        }

        var mark = line.IndexOf((byte)LabelMark);
        result.Write(line[..Math.Max(0, mark)]);
        result.Write(line[(mark + 1)..]);
    }
}
