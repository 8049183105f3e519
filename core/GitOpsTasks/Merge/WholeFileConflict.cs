using System.Text;

namespace GitOpsTasks.Merge;

/// <summary>
/// Two versions of a file between conflict markers, but for the lines they begin and end with alike: what is left where git
/// cannot merge, or would merge without a mark what must not be.
/// </summary>
internal static class WholeFileConflict
{
    /// <summary>The bytes of the file.</summary>
    public static byte[] Of(ReadOnlyMemory<byte> ours, ReadOnlyMemory<byte> theirs, MergeMarkers markers)
    {
        var left = LastLineEnd.AddTo(ours).Span;
        var right = LastLineEnd.AddTo(theirs).Span;
        var start = left[..left.CommonPrefixLength(right)].LastIndexOf((byte)'\n') + 1;
        var end = CommonEnd(left[start..], right[start..]);
        var result = new MemoryStream();
        result.Write(left[..start]);
        Line('<', " " + markers.Ours);
        result.Write(left[start..^end]);
        Line('=', "");
        result.Write(right[start..^end]);
        Line('>', " " + markers.Theirs);
        result.Write(left[^end..]);
        return result.ToArray();

        void Line(char mark, string label) => result.Write(Encoding.UTF8.GetBytes(new string(mark, markers.Size) + label + "\n"));
    }

    // The length of the whole lines that both end with.
    private static int CommonEnd(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var length = 0;
        var longest = 0;
        while (length < left.Length && length < right.Length && left[^(length + 1)] == right[^(length + 1)])
        {
            length++;
            if (BeginsLine(left, length) && BeginsLine(right, length))
                longest = length;
        }

        return longest;
    }

    private static bool BeginsLine(ReadOnlySpan<byte> text, int fromEnd) => fromEnd == text.Length || text[^(fromEnd + 1)] == '\n';
}
