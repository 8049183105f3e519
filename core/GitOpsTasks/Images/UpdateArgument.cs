using GitOpsTasks.Contracts;

namespace GitOpsTasks.Images;

/// <summary>The grammar of <c>--image</c>: how an argument is cut, and what is wrong with one.</summary>
internal static class UpdateArgument
{
    /// <summary>What is wrong with an argument that keeps every part.</summary>
    public const string SetsNothing = "it sets neither name, tag nor digest";

    /// <summary>
    /// Cuts an argument as kustomize does: at the first equals sign; a colon before the value's first slash belongs to the
    /// registry's host; after an at sign all is digest.
    /// </summary>
    public static (string? Key, string Name, string? Tag, string? Digest) Split(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        var value = argument[(equals + 1)..];
        var start = Math.Max(0, value.IndexOf('/', StringComparison.Ordinal));
        var at = value.IndexOf('@', start);
        var digest = at < 0 ? null : value[(at + 1)..];
        var rest = at < 0 ? value : value[..at];
        var colon = rest.IndexOf(':', Math.Min(start, rest.Length));
        var key = equals > 0 ? argument[..equals] : null;
        return colon < 0 ? (key, rest, null, digest) : (key, rest[..colon], rest[(colon + 1)..], digest);
    }

    /// <summary>What is wrong with an update; null where nothing is.</summary>
    public static string? FaultOf(ImageUpdate update) =>
        FaultOfKey(update.Name) ?? FaultOfName(update.NewName) ?? FaultOfTag(update.Tag) ?? FaultOfDigest(update.Digest);

    /// <summary>The failure for an argument.</summary>
    public static TaskFailedException Refuse(string argument, string fault) => TaskFailedException.Usage(
        ImageCodes.ArgumentInvalid,
        $"'{argument}' cannot be used for --image: {fault}.",
        "Write NAME:TAG, NAME@DIGEST, NAME:TAG@DIGEST or NAME=NEWNAME:TAG.");

    // A kustomization's entry may be called anything: PLACEHOLDER, alpine:latest, a regular expression.
    private static string? FaultOfKey(string key)
    {
        if (key.Length == 0)
            return "it names no image";
        return key == "*" || key.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) ? $"'{key}' is not a name of an image" : null;
    }

    private static string? FaultOfName(string? name)
    {
        if (name is null || ImageGrammar.IsName(name))
            return null;
        var isCased = ImageGrammar.IsName(name.ToLowerInvariant());
        return $"'{name}' is not a name of an image" + (isCased ? ", which has no upper-case letters" : "");
    }

    private static string? FaultOfTag(string? tag)
    {
        if (tag is null || ImageGrammar.IsTag(tag))
            return null;
        if (tag.Length == 0)
            return "its tag is empty, as where a variable is not set";
        return $"'{tag}' is not a tag" + (tag.Length > 128 ? ", which has at most 128 characters" : tag.Contains('+', StringComparison.Ordinal) ? ", which has no '+'" : "");
    }

    private static string? FaultOfDigest(string? digest)
    {
        if (digest is null || ImageGrammar.IsDigest(digest))
            return null;
        return digest.Length == 0
            ? "its digest is empty, as where a variable is not set"
            : $"'{digest}' is not a digest, which is 'sha256:' and 64 hexadecimal digits in lower case";
    }
}
