using GitOpsTasks.Edits.Kustomize;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Builds;

/// <summary>An entry of <c>images:</c> and what it does to an image.</summary>
internal sealed class ImageEntry(KustomizationEntry entry)
{
    private readonly ImageTransform _transform = ImageTransform.Of(entry);

    /// <summary>The name it looks for.</summary>
    public string Name => entry.Name;

    /// <summary>Whether it gives a version.</summary>
    public bool SetsVersion => _transform.NewTag is not null || _transform.Digest is not null;

    /// <summary>The scalar of the name.</summary>
    public YamlNode NameNode => KustomizationFile.Field(entry.Node, "name")!.Value.Value.Resolved;

    private YamlNode VersionNode => KustomizationFile.Field(entry.Node, "newTag")?.Value.Resolved ?? NameNode;

    /// <summary>Whether an image is one it means. A version that is filled in later counts, though kustomize may pass over it.</summary>
    public bool Matches(BuiltImage image) => image.Name == Name || (_transform.IsPattern && _transform.Matches(image.Reference));

    /// <summary>The image past the entry.</summary>
    public BuiltImage Apply(BuiltImage image)
    {
        if (!Matches(image))
            return image;
        var (tag, digest) = SetsVersion ? (_transform.NewTag, _transform.Digest) : (image.Tag, image.Digest);
        var reference = (_transform.NewName ?? image.Name) + (tag is null ? "" : ":" + tag + entry["tagSuffix"]) + (digest is null ? "" : "@" + digest);
        return image with { Reference = reference, Node = SetsVersion ? VersionNode : image.Node };
    }
}
