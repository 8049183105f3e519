namespace GitOpsTasks.Lint.Fixing;

/// <summary>Bytes in place of others.</summary>
/// <param name="Start">Offset of the first byte that is replaced.</param>
/// <param name="End">Offset after the last.</param>
/// <param name="Replacement">ASCII.</param>
internal readonly record struct ByteEdit(int Start, int End, string Replacement)
{
    /// <summary>Applies edits; of two that touch the same bytes, the second is left out.</summary>
    public static byte[] Apply(ReadOnlySpan<byte> content, IEnumerable<ByteEdit> edits)
    {
        var result = new List<byte>(content.Length + 16);
        var at = 0;
        foreach (var edit in edits.Distinct().OrderBy(edit => edit.Start).ThenBy(edit => edit.End))
        {
            if (edit.Start < at)
                continue;
            result.AddRange(content[at..edit.Start]);
            result.AddRange(System.Text.Encoding.ASCII.GetBytes(edit.Replacement));
            at = edit.End;
        }

        result.AddRange(content[at..]);
        return [.. result];
    }
}
