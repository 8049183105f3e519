using GitOpsTasks.Contracts;

namespace GitOpsTasks.Images;

/// <summary>
/// What is to become of an image: an <c>--image</c> argument in the grammar of <c>kustomize edit set image</c>,
/// <c>NAME[=NEWNAME][:TAG][@DIGEST]</c>. A part that is null stays as it is in the file.
/// </summary>
/// <param name="Name">The image as the files name it.</param>
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

    /// <summary>Reads an argument.</summary>
    /// <exception cref="TaskFailedException">GOT3002: it is not in the grammar, or sets nothing.</exception>
    public static ImageUpdate Parse(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        var value = argument[(equals + 1)..];
        var (name, tag, digest) = Split(value);
        var key = equals > 0 ? argument[..equals] : name;
        var update = new ImageUpdate(
            key,
            equals > 0 && name is not ("" or "*") ? name : null,
            tag is "*" ? null : tag,
            digest is "*" ? null : digest);
        return update.Fault() is { } fault ? throw Refuse(argument, fault) : update;
    }

    /// <summary>The argument form.</summary>
    public override string ToString() =>
        Name + (NewName is null ? "" : $"={NewName}") + (Tag is null ? "" : $":{Tag}") + (Digest is null ? "" : $"@{Digest}");

    // As kustomize does: a colon before the first slash belongs to the registry's host.
    private static (string Name, string? Tag, string? Digest) Split(string value)
    {
        var start = Math.Max(0, value.IndexOf('/', StringComparison.Ordinal));
        var at = value.IndexOf('@', start);
        var digest = at < 0 ? null : value[(at + 1)..];
        var rest = at < 0 ? value : value[..at];
        var colon = rest.IndexOf(':', Math.Min(start, rest.Length));
        return colon < 0 ? (rest, null, digest) : (rest[..colon], rest[(colon + 1)..], digest);
    }

    private string? Fault()
    {
        if (!ImageGrammar.IsName(Name))
            return $"'{Name}' is not a name of an image";
        if (NewName is not null && !ImageGrammar.IsName(NewName))
            return $"'{NewName}' is not a name of an image";
        if (Tag is not null && !ImageGrammar.IsTag(Tag))
            return $"'{Tag}' is not a tag";
        if (Digest is not null && !ImageGrammar.IsDigest(Digest))
            return $"'{Digest}' is not a digest";
        return NewName is null && Tag is null && Digest is null ? "it sets neither name, tag nor digest" : null;
    }

    private static TaskFailedException Refuse(string argument, string fault) => TaskFailedException.Usage(
        ImageCodes.ArgumentInvalid,
        $"'{argument}' cannot be used for --image: {fault}.",
        "Write NAME:TAG, NAME@DIGEST, NAME:TAG@DIGEST or NAME=NEWNAME:TAG.");
}
