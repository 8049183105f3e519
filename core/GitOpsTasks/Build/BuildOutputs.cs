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
        new("image-ids", InputKind.TextList, "NAME=ID for each image that was built.",
            result => Lines(result, image => image.ImageId is null ? [] : [$"{image.Name}={image.ImageId}"])),
        new("version", InputKind.Text, "The version, where all images have the same.",
            result => result.Images.Select(image => image.Version).Distinct(StringComparer.Ordinal).ToList() is [{ } version] ? version : null),
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

    private static string? Lines(BuildResult result, Func<ImageResult, IEnumerable<string>> lines) =>
        string.Join('\n', result.Images.SelectMany(lines).Distinct(StringComparer.Ordinal)) is { Length: > 0 } text ? text : null;
}
