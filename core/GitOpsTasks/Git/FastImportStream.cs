using System.Globalization;
using System.Text;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Git;

/// <summary>One commit as a stream for <c>git fast-import</c>: no index, no work tree, one process.</summary>
internal sealed class FastImportStream : IDisposable
{
    private readonly MemoryStream _stream = new();

    /// <summary>The bytes for fast-import's standard input.</summary>
    public ReadOnlyMemory<byte> Content => _stream.GetBuffer().AsMemory(0, (int)_stream.Length);

    /// <summary>Begins the commit.</summary>
    /// <param name="reference">The ref fast-import writes it to.</param>
    /// <param name="author">As <c>Name &lt;email&gt; seconds zone</c>.</param>
    /// <param name="committer">In the same form.</param>
    /// <param name="message">The whole message.</param>
    public void Commit(string reference, string author, string committer, string message)
    {
        Line($"commit {reference}");
        Line("mark :1");
        Line($"author {author}");
        Line($"committer {committer}");
        Data(Encoding.UTF8.GetBytes(message));
    }

    /// <summary>The first parent, whose tree the changes are made to.</summary>
    public void From(string commit) => Line($"from {commit}");

    /// <summary>A further parent.</summary>
    public void Merge(string commit) => Line($"merge {commit}");

    /// <summary>Replaces the whole tree before the changes.</summary>
    public void RootTree(string tree) => Line($"M 040000 {tree} \"\"");

    /// <summary>Ends the commit: fast-import prints its id.</summary>
    public void Finish() => Line("get-mark :1");

    /// <summary>Writes or removes a file.</summary>
    public void Change(FileChange change)
    {
        if (change.Content is not { } content)
        {
            Line($"D {Quote(change.Path)}");
            return;
        }

        Line($"M {GitModes.Of(change.Kind)} inline {Quote(change.Path)}");
        Data(content.Span);
    }

    /// <inheritdoc />
    public void Dispose() => _stream.Dispose();

    private void Data(ReadOnlySpan<byte> bytes)
    {
        Line($"data {bytes.Length.ToString(CultureInfo.InvariantCulture)}");
        _stream.Write(bytes);
        _stream.Write("\n"u8);
    }

    private void Line(string text)
    {
        _stream.Write(Encoding.UTF8.GetBytes(text));
        _stream.Write("\n"u8);
    }

    private static string Quote(TreePath path) =>
        "\"" + path.Value.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal) + "\"";
}
