using GitOpsTasks.Images;

namespace GitOpsTasks.Edits;

/// <summary>What a reference comes to by an update.</summary>
internal static class UpdatedReference
{
    /// <summary>
    /// The reference with the parts of the update. An old digest never stays beside another name or tag: it is the one the tag
    /// is known to have, or goes; a starred one goes with the tag only.
    /// </summary>
    public static ImageReference Of(ImageReference current, ImageUpdate update)
    {
        var moved = current with { Name = update.NewName ?? current.Name, Tag = update.Tag ?? current.Tag };
        if (update.Digest is { } digest)
            return moved with { Digest = digest };
        return current.Digest is null ? moved : moved with { Digest = update.KnownDigest ?? (moved == current || IsKept(current, moved, update) ? current.Digest : null) };
    }

    private static bool IsKept(ImageReference current, ImageReference moved, ImageUpdate update) =>
        update.Starred.HasFlag(ImageParts.Digest) && moved.Tag == current.Tag;
}
