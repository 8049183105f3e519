using System.Formats.Tar;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Archives;

/// <summary>Pipes, sockets and devices, which are in a folder by mistake: reading one may wait for ever.</summary>
internal static class SpecialFile
{
    private const int KindOffset = 156; // of a tar header
    private const byte Regular = (byte)'0';

    /// <summary>Refuses a file that has no length because it is not one.</summary>
    /// <param name="path">Absolute path of a file of length 0.</param>
    /// <exception cref="TaskFailedException">GOT5008: it is not a regular file, or may not be read.</exception>
    public static void Refuse(string path)
    {
        if (!OperatingSystem.IsWindows() && KindOf(path) is not (Regular or 0))
        {
            throw TaskFailedException.Usage(
                BuildCodes.FileUnreadable,
                $"'{path}' is not a file but a pipe, a socket or a device.",
                "Remove it, or take a folder that holds files alone.");
        }
    }

    // .NET tells the kind of a file nowhere else without opening it.
    private static byte KindOf(string path)
    {
        try
        {
            var header = new MemoryStream();
            using (var writer = new TarWriter(header, TarEntryFormat.Ustar))
                writer.WriteEntry(path, "file");
            return header.GetBuffer()[KindOffset];
        }
        catch (UnauthorizedAccessException)
        {
            return Regular; // Told of where it is read.
        }
        catch (IOException)
        {
            return byte.MaxValue; // A socket: no archive can hold one.
        }
    }
}
