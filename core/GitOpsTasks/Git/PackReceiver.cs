namespace GitOpsTasks.Git;

/// <summary>Takes a pack as it arrives: a small one stays in memory, a large one goes to a file for <c>git index-pack</c>.</summary>
/// <param name="file">Where a large one is written; no such file yet.</param>
internal sealed class PackReceiver(string file) : IDisposable
{
    private const int MostInMemory = 500;

    private readonly MemoryStream _head = new();
    private FileStream? _file;

    /// <summary>Whether it went to the file.</summary>
    public bool IsLarge => _file is not null;

    /// <summary>What arrived, where it is small.</summary>
    public ReadOnlySpan<byte> Content => _head.GetBuffer().AsSpan(0, (int)_head.Length);

    /// <summary>Takes the next bytes.</summary>
    /// <exception cref="InvalidDataException">It is no pack.</exception>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (_file is null)
        {
            _head.Write(bytes);
            if (_head.Length < Pack.HeaderLength || Pack.Count(Content) <= MostInMemory)
                return;
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            _file = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
            bytes = Content;
        }

        _file.Write(bytes);
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        _file?.Dispose();
        _head.Dispose();
    }
}
