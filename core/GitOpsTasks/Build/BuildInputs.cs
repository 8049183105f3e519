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
        "builder", InputKind.Choice, "Build with the Docker Engine or without a daemon, whatever the configuration says.", ParseBuilder)
    {
        Choices = ["docker", "layers"],
    };

    /// <summary>Whether to stop before building.</summary>
    public static TaskInput<bool> MetadataOnly { get; } = TaskInput.Flag(
        "metadata-only", "Report tags and labels without building anything.");

    /// <summary>Where layouts go.</summary>
    public static TaskInput<string?> Artifact { get; } = TaskInput.Text(
        "artifact", "DIR", "Write each image to DIR/NAME in OCI image-layout format; builder layers only.");

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<TaskInput> All { get; } = [Image, Push, Builder, MetadataOnly, Artifact, Config];

    private static BuilderKind? ParseBuilder(IReadOnlyList<string> values) => values switch
    {
        [] => null,
        [.., "docker"] => BuilderKind.Docker,
        [.., "layers"] => BuilderKind.Layers,
        _ => throw new FormatException("Write docker or layers."),
    };
}
