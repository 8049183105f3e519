namespace GitOpsTasks.Images;

/// <summary>Parts of an image reference.</summary>
[Flags]
public enum ImageParts
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>The name, registry included.</summary>
    Name = 1,

    /// <summary>The tag.</summary>
    Tag = 2,

    /// <summary>The digest.</summary>
    Digest = 4,
}
