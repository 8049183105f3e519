using System.Formats.Tar;

namespace GitOpsTasks.Build.Archives;

/// <summary>Tells named pipes, sockets and devices from files. To open one could wait for ever.</summary>
internal static class SpecialFile
{
    private const int KindInHeader = 156;

    /// <summary>What a path is, in words; null for a file.</summary>
    /// <param name="file">What is not a folder and not a link.</param>
    public static string? KindOf(FileInfo file)
    {
        // .NET has no word for the kind of a file, but its tar writer has to know it. All but files have the length 0.
        if (OperatingSystem.IsWindows() || file.Length > 0)
            return null;
        using var header = new MemoryStream();
        try
        {
            using (var writer = new TarWriter(header, TarEntryFormat.Ustar, leaveOpen: true))
                writer.WriteEntry(file.FullName, "f");
            return (char)header.GetBuffer()[KindInHeader] switch
            {
                '6' => "a named pipe",
                '3' or '4' => "a device",
                _ => null,
            };
        }
        catch (Exception e) when (e is IOException or NotSupportedException)
        {
            return "a socket";
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }
}
