using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build;

/// <summary>The inputs of the build task.</summary>
public static class BuildInputs
{
    /// <summary>Which images.</summary>
    public static TaskInput<IReadOnlyList<string>> Image { get; } = TaskInput.TextList(
        "image", "NAME", "Name of an image in the configuration; may be repeated. All images where none is given.");

    /// <summary>The configuration.</summary>
    public static TaskInput<string> Config { get; } = TaskInput.TextOr(
        "config", "FILE", "gitops.yaml", "The configuration file that describes the images.");

    /// <summary>Whether to push.</summary>
    public static TaskInput<bool> Push { get; } = TaskInput.Flag(
        "push", "Push the images to their repositories and report the digests the registry serves.");

    /// <summary>The builder for all.</summary>
    public static TaskInput<BuilderKind?> Builder { get; } = new(
        "builder", InputKind.Choice, "What builds every image, whatever the configuration says: the Docker Engine, docker buildx, or nothing but this program.", ParseBuilder)
    {
        Choices = ["docker", "buildx", "layers"],
    };

    /// <summary>Whether to stop before building.</summary>
    public static TaskInput<bool> MetadataOnly { get; } = TaskInput.Flag(
        "metadata-only", "Report tags and labels without building anything.");

    /// <summary>Repositories to name.</summary>
    public static TaskInput<IReadOnlyList<string>> Images { get; } = TaskInput.TextList(
        "images", "REPOSITORY", "Repositories to name instead of those of the configuration, with metadata-only; for images that another tool builds.");

    /// <summary>Tag rules.</summary>
    public static TaskInput<IReadOnlyList<string>> Tags { get; } = TaskInput.TextList(
        "tags", "RULE", "Tag rules in the grammar of docker/metadata-action, such as type=semver,pattern={{version}}; instead of those of the configuration.");

    /// <summary>What all tags have in common.</summary>
    public static TaskInput<IReadOnlyList<string>> Flavor { get; } = TaskInput.TextList(
        "flavor", "FLAVOR", "What all tags have in common: latest=auto, true, false or highest, prefix=TEXT, suffix=TEXT.");

    /// <summary>Labels.</summary>
    public static TaskInput<IReadOnlyList<string>> Labels { get; } = TaskInput.TextList(
        "labels", "KEY=VALUE", "Labels; they win over those made from the commit and those of the configuration.");

    /// <summary>Annotations.</summary>
    public static TaskInput<IReadOnlyList<string>> Annotations { get; } = TaskInput.TextList(
        "annotations", "KEY=VALUE", "Annotations, LEVEL:KEY=VALUE for another level than manifest.");

    /// <summary>Where layouts go.</summary>
    public static TaskInput<string?> Artifact { get; } = TaskInput.Text(
        "artifact", "DIR", "Write each image to DIR/NAME in OCI image-layout format; builder layers only.");

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<TaskInput> All { get; } =
        [Image, Push, Builder, MetadataOnly, Images, Tags, Flavor, Labels, Annotations, Artifact, Config];

    private static BuilderKind? ParseBuilder(IReadOnlyList<string> values) => values switch
    {
        [] => null,
        [.., "docker"] => BuilderKind.Docker,
        [.., "buildx"] => BuilderKind.Buildx,
        [.., "layers"] => BuilderKind.Layers,
        _ => throw new FormatException("Write docker, buildx or layers."),
    };
}
