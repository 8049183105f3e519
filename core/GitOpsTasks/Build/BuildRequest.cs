using GitOpsTasks.Build.Names;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build;

/// <summary>What the build task is asked to do.</summary>
public sealed record BuildRequest
{
    /// <summary>The images to build; filled from configuration by <see cref="ResolveImages"/>.</summary>
    public IReadOnlyList<ImageSpec> Images { get; init; } = [];

    /// <summary>The state of the sources; null where they are not in git.</summary>
    public SourceRevision? Revision { get; init; }

    /// <summary>What happened to the sources; null to take it from <see cref="Revision"/>.</summary>
    public BuildEvent? Event { get; init; }

    /// <summary>The versions there are, for <c>latest=highest</c>; null where they cannot be known.</summary>
    public ReadVersionTags? ReadTags { get; init; }

    /// <summary>How images are named, as far as it is not in the configuration.</summary>
    public NamingTexts Naming { get; init; } = new();

    /// <summary>Names of the images wanted; empty for all.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The configuration file the images are described in.</summary>
    public string Config { get; init; } = "gitops.yaml";

    /// <summary>Whether to push to the images' repositories.</summary>
    public bool Push { get; init; }

    /// <summary>A folder in which each image gets a folder of its name, in OCI image-layout format; null for none.</summary>
    public string? Layout { get; init; }

    /// <summary>A file that gets the results as JSON; null for none.</summary>
    public string? MetadataFile { get; init; }

    /// <summary>Whether all is checked and nothing is built.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether only names, tags and labels are worked out and nothing is built.</summary>
    public bool MetadataOnly { get; init; }

    /// <summary>The builder for all images; null for each image's own.</summary>
    public BuilderKind? Builder { get; init; }

    /// <summary>Platforms of all images; empty for each image's own.</summary>
    public IReadOnlyList<string> Platforms { get; init; } = [];

    /// <summary>Build arguments of all images; they win over each image's own.</summary>
    public IReadOnlyDictionary<string, string> Arguments { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether every step of every Dockerfile is run again.</summary>
    public bool NoCache { get; init; }

    /// <summary>Whether an SBOM goes with each image; null for each image's own.</summary>
    public bool? Sbom { get; init; }

    /// <summary>Whether a provenance statement goes with each image; null for each image's own.</summary>
    public bool? Provenance { get; init; }

    /// <summary>Files that go with every image, besides its own.</summary>
    public IReadOnlyList<AttachedFile> Attach { get; init; } = [];

    /// <summary>A folder of manifests that is packed instead of building an image; null for none.</summary>
    public string? Bundle { get; init; }

    /// <summary>An image that is copied instead of building one; null for none.</summary>
    public string? CopyFrom { get; init; }

    /// <summary>Reads a request from the texts of a host. Its images are not known yet.</summary>
    public static BuildRequest From(InputValues values) => new()
    {
        Names = values.Get(BuildInputs.Image),
        Config = values.Get(BuildInputs.Config),
        Push = values.Get(BuildInputs.Push),
        Layout = values.Get(BuildInputs.Layout),
        MetadataFile = values.Get(BuildInputs.MetadataFile),
        DryRun = values.Get(BuildInputs.DryRun),
        MetadataOnly = values.Get(BuildInputs.MetadataOnly),
        Builder = values.Get(BuildInputs.Builder),
        Platforms = values.Get(BuildInputs.Platform),
        Arguments = values.Get(BuildInputs.BuildArg),
        NoCache = values.Get(BuildInputs.NoCache),
        Sbom = values.Get(BuildInputs.Sbom),
        Provenance = values.Get(BuildInputs.Provenance),
        Attach = values.Get(BuildInputs.Attach),
        Bundle = values.Get(BuildInputs.Artifact),
        CopyFrom = values.Get(BuildInputs.CopyFrom),
        Naming = NamingTexts.From(values),
    };
}
