namespace GitOpsTasks.Merge;

/// <summary>
/// The end mark of a file's last line, which may be missing. For the merge all versions get one, as a missing one makes the
/// line differ; whether the result has one is decided as any other change.
/// </summary>
internal static class LastLineEnd
{
    /// <summary>Whether the last line is ended; an empty file has none that is not.</summary>
    public static bool IsIn(ReadOnlySpan<byte> content) => content.IsEmpty || content[^1] == '\n';

    /// <summary>The file with its last line ended as its first one is.</summary>
    public static ReadOnlyMemory<byte> AddTo(ReadOnlyMemory<byte> content) =>
        IsIn(content.Span) ? content : (byte[])[.. content.Span, .. Of(content.Span)];

    /// <summary>The merged file with its last line ended or not.</summary>
    public static ReadOnlyMemory<byte> Settle(ReadOnlyMemory<byte> merged, bool inBase, bool inOurs, bool inTheirs)
    {
        if (inOurs == inBase ? inTheirs : inOurs)
            return merged;
        var bytes = merged.Span;
        if (bytes.EndsWith("\r\n"u8))
            return merged[..^2];
        return bytes.EndsWith("\n"u8) ? merged[..^1] : merged;
    }

    private static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> content) =>
        content.IndexOf((byte)'\n') is var at and > 0 && content[at - 1] == '\r' ? "\r\n"u8 : "\n"u8;
}
