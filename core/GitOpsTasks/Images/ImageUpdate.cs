using GitOpsTasks.Contracts;

namespace GitOpsTasks.Images;

/// <summary>
/// What is to become of an image: an <c>--image</c> argument in the grammar of <c>kustomize edit set image</c>,
/// <c>NAME[=NEWNAME][:TAG][@DIGEST]</c>. A part that is null stays as it is in the file.
/// </summary>
/// <param name="Name">The image as the files name it; in a kustomization that can be any text.</param>
/// <param name="NewName">The name it gets; null keeps the name.</param>
/// <param name="Tag">The tag it gets; null keeps the tag.</param>
/// <param name="Digest">The digest it gets; null keeps a digest only where the tag stays the same too.</param>
public sealed record ImageUpdate(string Name, string? NewName, string? Tag, string? Digest)
{
    /// <summary>
    /// The digest the tag is known to have: written where a digest stands already, so that a pinned image stays pinned,
    /// also where the tag stays and has moved to another image.
    /// </summary>
    public string? KnownDigest { get; init; }

    /// <summary>
    /// The parts written as <c>*</c>. They stay also where an entry is replaced, which drops parts that are not given.
    /// </summary>
    public ImageParts Starred { get; init; }

    /// <summary>Whether it gives no part, so that it only means something where an entry is replaced.</summary>
    public bool SetsNothing => NewName is null && Tag is null && Digest is null;

    /// <summary>Reads an argument.</summary>
    /// <exception cref="TaskFailedException">GOT3002: it is not in the grammar.</exception>
    public static ImageUpdate Parse(string argument)
    {
        var (key, name, tag, digest) = UpdateArgument.Split(argument);
        var update = new ImageUpdate(key ?? name, key is null || name is "" or "*" ? null : name, tag is "*" ? null : tag, digest is "*" ? null : digest)
        {
            Starred = Star(key is null ? null : name, ImageParts.Name) | Star(tag, ImageParts.Tag) | Star(digest, ImageParts.Digest),
        };
        var isBare = name == argument || (key is not null && name.Length == 0 && tag is null && digest is null);
        return (isBare ? UpdateArgument.SetsNothing : UpdateArgument.FaultOf(update)) is { } fault ? throw UpdateArgument.Refuse(argument, fault) : update;
    }

    /// <summary>Refuses an update that gives no part.</summary>
    /// <exception cref="TaskFailedException">GOT3002: it keeps every part.</exception>
    public ImageUpdate ThatSetsSomething() => SetsNothing ? throw UpdateArgument.Refuse(ToString(), UpdateArgument.SetsNothing) : this;

    /// <summary>The argument form.</summary>
    public override string ToString()
    {
        var name = NewName ?? Star(ImageParts.Name);
        var tag = Tag ?? Star(ImageParts.Tag);
        var digest = Digest ?? Star(ImageParts.Digest);
        return Name + (name is null ? "" : $"={name}") + (tag is null ? "" : $":{tag}") + (digest is null ? "" : $"@{digest}");
    }

    private static ImageParts Star(string? text, ImageParts part) => text == "*" ? part : ImageParts.None;

    private string? Star(ImageParts part) => Starred.HasFlag(part) ? "*" : null;
}
