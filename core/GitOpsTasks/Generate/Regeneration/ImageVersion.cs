using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>Tag and digest of an entry of a kustomization's <c>images</c>: the digest decides where both are, so that they change together or not at all.</summary>
internal static class ImageVersion
{
    private const string Tag = "newTag";
    private const string Digest = "digest";

    /// <summary>Whether a key is one of the two.</summary>
    public static bool Has(string key) => key is Tag or Digest;

    /// <summary>Whether a digest is involved, and both sides changed the version to different ones.</summary>
    public static bool Differs(YamlMap b, YamlMap d, YamlMap c)
    {
        var (before, wanted, here) = (Of(b), Of(d), Of(c));
        return (before.At(Digest) ?? wanted.At(Digest) ?? here.At(Digest)) is not null
            && !FieldValues.Same(before, wanted, "") && !FieldValues.Same(before, here, "") && !FieldValues.Same(wanted, here, "");
    }

    /// <summary>The two as one field.</summary>
    public static FieldFinding Finding(FieldSpot spot, YamlMap b, YamlMap d, YamlMap c) =>
        new(spot.Node?.Resolved.Find(Tag) is null ? spot.Key(Digest) : spot.Key(Tag), OrNothing(Of(b)), OrNothing(Of(d)), OrNothing(Of(c)));

    private static YamlMap? OrNothing(YamlMap version) => version.Count == 0 ? null : version;

    private static YamlMap Of(YamlMap entry) => new() { { Tag, entry.At(Tag) }, { Digest, entry.At(Digest) } };
}
