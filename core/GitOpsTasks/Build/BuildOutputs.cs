using System.Globalization;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build;

/// <summary>The outputs of the build task. Lists have a line for each image that has the value.</summary>
public static class BuildOutputs
{
    /// <summary>All of them, in the order of the reference.</summary>
    public static IReadOnlyList<TaskOutput<BuildResult>> All { get; } =
    [
        new("images", InputKind.TextList, "Each image as repository:tag@digest, as far as it is known.",
            result => Lines(result, image => [image.Reference])),
        new("tags", InputKind.TextList, "Every repository:tag of every image.",
            result => Lines(result, image => image.Tags.Select(tag => $"{image.Repository}:{tag}"))),
        new("digests", InputKind.TextList, "NAME=DIGEST for each image whose digest is known.",
            result => Lines(result, image => image.Digest is null ? [] : [$"{image.Name}={image.Digest}"])),
        new("digest", InputKind.Text, "The digest, where all images have the same, as a single one does.",
            result => Same(result, image => image.Digest)),
        new("ref", InputKind.Text, "The image as repository:tag@digest, where it is a single one.",
            result => result.Images is [var image] ? image.Reference : null),
        new("media-types", InputKind.TextList, "NAME=TYPE for each image whose media type is known: of a manifest, or of an index.",
            result => Lines(result, image => image.MediaType is null ? [] : [$"{image.Name}={image.MediaType}"])),
        new("platforms", InputKind.TextList, "NAME=PLATFORM for each platform of each image.",
            result => Lines(result, image => image.Platforms.Select(platform => $"{image.Name}={platform}"))),
        new("sizes", InputKind.TextList, "NAME=BYTES for each image whose size in a registry is known.",
            result => Lines(result, image => image.Size is { } size ? [string.Create(CultureInfo.InvariantCulture, $"{image.Name}={size}")] : [])),
        new("attached", InputKind.TextList, "REPOSITORY@DIGEST for each artifact stored beside an image.",
            result => Lines(result, image => image.Attached.Select(artifact => $"{image.Repository}@{artifact.Digest}"))),
        new("layouts", InputKind.TextList, "NAME=DIR for each image written in OCI image-layout format.",
            result => Lines(result, image => image.Artifact is null ? [] : [$"{image.Name}={image.Artifact}"])),
        new("image-ids", InputKind.TextList, "NAME=ID for each image that was built.",
            result => Lines(result, image => image.ImageId is null ? [] : [$"{image.Name}={image.ImageId}"])),
        new("version", InputKind.Text, "The version, where all images have the same.",
            result => Same(result, image => image.Version)),
        new("tag-names", InputKind.TextList, "Every tag without its repository, each once.",
            result => Lines(result, image => image.Tags)),
        new("labels", InputKind.TextList, "KEY=VALUE for each label.",
            result => Lines(result, image => image.Labels.Select(label => $"{label.Key}={label.Value}"))),
        new("annotations", InputKind.TextList, "LEVEL:KEY=VALUE for each annotation, as docker buildx build takes it.",
            result => Lines(result, image => image.Annotations)),
        new("json", InputKind.Text, "Tags, labels and annotations as JSON, with metadata-only.", result => result.Metadata),
        new("bake-file", InputKind.Text, "The same as a definition for docker buildx bake: target docker-metadata-action.", result => result.BakeFile),
        new("changed", InputKind.Flag, "Whether a registry or layout was changed.",
            result => result.Images.Any(image => image.Changed) ? "true" : "false"),
    ];

    private static string? Same(BuildResult result, Func<ImageResult, string?> value) =>
        result.Images.Select(value).Distinct(StringComparer.Ordinal).ToList() is [{ } only] ? only : null;

    private static string? Lines(BuildResult result, Func<ImageResult, IEnumerable<string>> lines) =>
        string.Join('\n', result.Images.SelectMany(lines).Distinct(StringComparer.Ordinal)) is { Length: > 0 } text ? text : null;
}
