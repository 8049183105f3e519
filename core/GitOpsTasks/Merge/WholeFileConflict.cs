using System.Text;

namespace GitOpsTasks.Merge;

/// <summary>Two versions of a file, whole, between conflict markers: what is left where not even git can merge.</summary>
internal static class WholeFileConflict
{
    /// <summary>The bytes of the file.</summary>
    public static byte[] Of(ReadOnlyMemory<byte> ours, ReadOnlyMemory<byte> theirs, MergeMarkers markers)
    {
        var result = new MemoryStream();
        Line('<', " " + markers.Ours);
        result.Write(LastLineEnd.AddTo(ours).Span);
        Line('=', "");
        result.Write(LastLineEnd.AddTo(theirs).Span);
        Line('>', " " + markers.Theirs);
        return result.ToArray();

        void Line(char mark, string label) => result.Write(Encoding.UTF8.GetBytes(new string(mark, markers.Size) + label + "\n"));
    }
}
