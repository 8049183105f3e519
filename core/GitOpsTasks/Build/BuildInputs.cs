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

    /// <summary>Platforms for all.</summary>
    public static TaskInput<IReadOnlyList<string>> Platform { get; } = new(
        "platform", InputKind.TextList, "Platforms of every image, such as linux/arm64, whatever the configuration says.", BuildTexts.Parts)
    {
        Placeholder = "OS/ARCH",
    };

    /// <summary>Build arguments.</summary>
    public static TaskInput<IReadOnlyDictionary<string, string>> BuildArg { get; } = new(
        "build-arg", InputKind.TextList, "Build arguments of Dockerfiles, besides those of the configuration; never secrets, they stay in the image.", BuildTexts.Pairs)
    {
        Placeholder = "NAME=VALUE",
    };

    /// <summary>Whether steps are run again.</summary>
    public static TaskInput<bool> NoCache { get; } = TaskInput.Flag("no-cache", "Run every step of a Dockerfile again.");

    /// <summary>Whether an SBOM goes along.</summary>
    public static TaskInput<bool?> Sbom { get; } = Switch(
        "sbom", "Whether a list of what is in the image (SBOM) goes with it, whatever the configuration says.");

    /// <summary>Whether a provenance statement goes along.</summary>
    public static TaskInput<bool?> Provenance { get; } = Switch(
        "provenance", "Whether a statement of how the image was built goes with it, whatever the configuration says.");

    /// <summary>Files that go along.</summary>
    public static TaskInput<IReadOnlyList<AttachedFile>> Attach { get; } = new(
        "attach", InputKind.TextList, "Files to store beside every image as its referrers, by their media types, such as application/spdx+json=sbom.json.", BuildTexts.Attached)
    {
        Placeholder = "TYPE=FILE",
    };

    /// <summary>Where layouts go.</summary>
    public static TaskInput<string?> Layout { get; } = TaskInput.Text(
        "layout", "DIR", "Write each image to DIR/NAME in OCI image-layout format; not by builder docker.");

    /// <summary>The file of results.</summary>
    public static TaskInput<string?> MetadataFile { get; } = TaskInput.Text(
        "metadata-file", "FILE", "Write what is known of each image to a JSON file, by its name; there is none where the task fails.");

    /// <summary>Whether nothing is built.</summary>
    public static TaskInput<bool> DryRun { get; } = TaskInput.Flag(
        "dry-run", "Check everything that can be checked before building, and tell what would be built by what; build and push nothing.");

    /// <summary>Whether to stop before building.</summary>
    public static TaskInput<bool> MetadataOnly { get; } = TaskInput.Flag(
        "metadata-only", "Report tags and labels without building anything.");

    /// <summary>Repositories to name.</summary>
    public static TaskInput<IReadOnlyList<string>> Images { get; } = TaskInput.TextList(
        "images", "REPOSITORY", "Repositories instead of those of the configuration: of a bundle or a copy, or with metadata-only, of images that another tool builds.");

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

    /// <summary>A folder of manifests.</summary>
    public static TaskInput<string?> Artifact { get; } = TaskInput.Text(
        "artifact", "DIR", "Pack a folder of manifests as flux push artifact does, for the repositories of the input images, instead of building.");

    /// <summary>An image to copy.</summary>
    public static TaskInput<string?> CopyFrom { get; } = TaskInput.Text(
        "copy-from", "REFERENCE", "Copy an image with all its platforms and referrers to the repositories of the input images, instead of building.");

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<TaskInput> All { get; } =
    [
        Image, Push, Builder, Platform, BuildArg, NoCache, Sbom, Provenance, Attach, Layout, MetadataFile, DryRun,
        MetadataOnly, Images, Tags, Flavor, Labels, Annotations, Artifact, CopyFrom, Config,
    ];

    private static BuilderKind? ParseBuilder(IReadOnlyList<string> values) => values switch
    {
        [] => null,
        [.., "docker"] => BuilderKind.Docker,
        [.., "buildx"] => BuilderKind.Buildx,
        [.., "layers"] => BuilderKind.Layers,
        _ => throw new FormatException("Write docker, buildx or layers."),
    };

    // Not a flag: whether it was said matters.
    private static TaskInput<bool?> Switch(string name, string description) => new(name, InputKind.Choice, description, BuildTexts.Switch)
    {
        Choices = ["true", "false"],
    };
}
