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
        new("version", InputKind.Text, "The version of the image, where there is only one.",
            result => result.Images is [{ Version: { } version }] ? version : null),
        new("changed", InputKind.Flag, "Whether a registry or layout was changed.",
            result => result.Images.Any(image => image.Changed) ? "true" : "false"),
    ];

    private static string? Lines(BuildResult result, Func<ImageResult, IEnumerable<string>> lines) =>
        string.Join('\n', result.Images.SelectMany(lines)) is { Length: > 0 } text ? text : null;
}
