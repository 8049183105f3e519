using GitOpsTasks.Images;

namespace GitOpsTasks.Edits.Helm;

/// <summary>A version as fields write it.</summary>
/// <param name="Tag">The tag; null where it is empty.</param>
/// <param name="Digest">The digest; null where there is none.</param>
/// <param name="DigestIsInTag">Whether it stands in the field of the tag, as <c>v1@sha256:...</c>.</param>
/// <param name="DigestIsBare">Whether the field of the digest holds the hexadecimal digits alone.</param>
internal sealed record WrittenVersion(string? Tag, string? Digest, bool DigestIsInTag, bool DigestIsBare)
{
    /// <summary>Reads the two fields.</summary>
    /// <param name="tag">The text of the tag's field.</param>
    /// <param name="digest">The text of the digest's field.</param>
    /// <param name="isBare">Whether that is one for digits alone.</param>
    public static WrittenVersion Read(string tag, string digest, bool isBare)
    {
        var at = tag.IndexOf('@', StringComparison.Ordinal);
        var (written, inTag) = at < 0 ? (tag, null) : (tag[..at], tag[(at + 1)..]);
        var inField = digest.Length == 0 ? null : isBare && !digest.Contains(':') ? "sha256:" + digest : digest;
        return new WrittenVersion(written.Length == 0 ? null : written, inField ?? inTag, inField is null && inTag is not null, isBare);
    }

    /// <summary>What the field of the tag has to hold.</summary>
    /// <param name="version">The version.</param>
    /// <param name="digestHasField">Whether the digest goes into a field of its own.</param>
    public static string TagText(ImageReference version, bool digestHasField) =>
        version.Tag + (version.Digest is null || digestHasField ? "" : "@" + version.Digest);
}
