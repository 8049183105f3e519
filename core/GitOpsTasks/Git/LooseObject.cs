using System.IO.Compression;

namespace GitOpsTasks.Git;

/// <summary>Writes objects as git keeps single ones: a zlib file named by the id.</summary>
internal static class LooseObject
{
    /// <summary>Writes an object where it is not there.</summary>
    /// <param name="objects">The repository's folder of objects.</param>
    /// <param name="written">The object.</param>
    public static void Write(string objects, GitObject written)
    {
        var file = Path.Join(objects, written.Id[..2], written.Id[2..]);
        if (File.Exists(file))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        using var zlib = new ZLibStream(stream, CompressionLevel.Fastest);
        zlib.Write(ObjectFormat.Header(written.Type, written.Content.Length));
        zlib.Write(written.Content.Span);
    }
}
