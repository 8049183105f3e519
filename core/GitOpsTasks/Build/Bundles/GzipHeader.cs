namespace GitOpsTasks.Build.Bundles;

/// <summary>The header of a gzip file, RFC 1952.</summary>
internal static class GzipHeader
{
    private const int SystemByte = 9;
    private const byte UnknownSystem = 255;

    /// <summary>Takes the system it was compressed on out of a file, so that it is the same from every system.</summary>
    public static void ForgetSystem(string file)
    {
        using var content = new FileStream(file, FileMode.Open, FileAccess.Write) { Position = SystemByte };
        content.WriteByte(UnknownSystem);
    }
}
