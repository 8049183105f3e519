namespace GitOpsTasks.Edits.Helm;

/// <summary>Which names of some fields say the parts of one image.</summary>
/// <param name="Fields">The fields.</param>
/// <param name="Name">That of the repository.</param>
/// <param name="Registry">That of the registry, whether it is there or not.</param>
/// <param name="Tag">That of the tag, whether it is there or not.</param>
/// <param name="Digest">That of the digest, whether it is there or not; <c>sha</c> holds one without its algorithm.</param>
internal sealed record ImageGroup(FieldSet Fields, string Name, string Registry, string Tag, string Digest)
{
    /// <summary>Whether a key is called like one of an image: <c>image</c>, <c>sidecarImage</c>, <c>images</c>.</summary>
    public static bool IsImageKey(string key) =>
        key.EndsWith("image", StringComparison.OrdinalIgnoreCase) || key.EndsWith("images", StringComparison.OrdinalIgnoreCase);

    /// <summary>The images that some fields say in parts.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="everywhere">Whether a repository beside a tag is an image under any key, as in a chart's values.</param>
    public static IEnumerable<ImageGroup> In(FieldSet fields, bool everywhere) =>
        fields.Names.Select(name => Of(fields, name, everywhere)).OfType<ImageGroup>().DistinctBy(group => group.Tag);

    private static ImageGroup? Of(FieldSet fields, string name, bool everywhere)
    {
        var isInImage = IsImageKey(fields.Within);
        var group = name switch
        {
            "repository" when !fields.Has("image") => Stem(fields, name, ""),
            "name" when isInImage && !fields.Has("repository") => Stem(fields, name, ""),
            "image" when fields.Has("repository") => Stem(fields, name, "") with { Registry = "repository" },
            "image" when !fields.Has("imageTag") => Stem(fields, name, ""),
            _ when IsImageKey(name) => Stem(fields, name, name),
            _ when Without(name, "Repository") is { } stem => Stem(fields, name, stem),
            _ when Without(name, "Name") is { } stem && IsImageKey(stem) => Stem(fields, name, stem),
            _ => null,
        };
        if (group is null || fields.TextOf(name).Length == 0)
            return null;
        var isWhole = fields.Has(group.Tag) || fields.Has(group.Digest);
        return (name switch
        {
            "repository" => isInImage || (everywhere && isWhole),
            "image" when group.Registry == "repository" => isWhole || everywhere,
            _ => isWhole,
        }) ? group : null;
    }

    private static ImageGroup Stem(FieldSet fields, string name, string stem)
    {
        string Key(string part) => stem.Length == 0 ? part : stem + char.ToUpperInvariant(part[0]) + part[1..];
        var tag = Key("tag");
        if (!fields.Has(tag) && fields.Has("version") && fields.Has("repository") && (IsImageKey(fields.Within) || name == "image"))
            tag = "version";
        var digest = Key("digest");
        return new ImageGroup(fields, name, Key("registry"), tag, !fields.Has(digest) && fields.Has(Key("sha")) ? Key("sha") : digest);
    }

    private static string? Without(string name, string ending) =>
        name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal) ? name[..^ending.Length] : null;
}
