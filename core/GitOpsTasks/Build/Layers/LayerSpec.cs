namespace GitOpsTasks.Build.Layers;

/// <summary>One layer of an image that is built without a daemon: a file or folder and where it goes.</summary>
/// <param name="From">A file or folder, relative to the image's context.</param>
/// <param name="To">Absolute path in the image. A folder's content goes into it; a file becomes it, or goes into it where it ends with a slash.</param>
public sealed record LayerSpec(string From, string To)
{
    /// <summary>
    /// The mode of its files, such as 0755 (in octal). Null: 0755 for files their owner may execute, else 0644; on
    /// Windows, which has no such bit, always 0644. Folders are 0755.
    /// </summary>
    public UnixFileMode? Mode { get; init; }
}
