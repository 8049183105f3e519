namespace GitOpsTasks.Build;

/// <summary>Codes of diagnostics about building images.</summary>
public static class BuildCodes
{
    /// <summary>There is no image to build, or none of the name asked for.</summary>
    public const string NoImages = "GOT5001";

    /// <summary>An image's description is not one the builder can build.</summary>
    public const string SpecInvalid = "GOT5002";

    /// <summary>A tag rule is not in its grammar.</summary>
    public const string TagRuleInvalid = "GOT5003";

    /// <summary>A tag rule gives a text that is not a tag.</summary>
    public const string TagInvalid = "GOT5004";

    /// <summary>No tag rule gives a tag, and the image has to have one.</summary>
    public const string NoTags = "GOT5005";

    /// <summary>The git tag is not a semantic version, so a semver rule gives no tag.</summary>
    public const string NotAVersion = "GOT5006";

    /// <summary>The builder cannot write to the destination asked for.</summary>
    public const string DestinationNotSupported = "GOT5007";

    /// <summary>A file of a layer or build context cannot be read, or changed while it was read.</summary>
    public const string FileUnreadable = "GOT5008";

    /// <summary>The Docker Engine cannot be reached.</summary>
    public const string DockerUnreachable = "GOT5010";

    /// <summary>The Docker Engine is too old, or DOCKER_HOST is of a kind that is not supported.</summary>
    public const string DockerNotSupported = "GOT5011";

    /// <summary>The Docker Engine answered with an error.</summary>
    public const string DockerFailed = "GOT5012";

    /// <summary>A step of the build failed.</summary>
    public const string BuildFailed = "GOT5013";

    /// <summary>The Docker Engine or buildx could not push.</summary>
    public const string PushFailed = "GOT5014";

    /// <summary>The docker command or its buildx plugin is missing, or too old.</summary>
    public const string BuildxMissing = "GOT5017";

    /// <summary>The buildx builder in use cannot do what the image asks for.</summary>
    public const string BuildxCannot = "GOT5018";

    /// <summary>A context, Dockerfile or other source of an image is outside of the repository.</summary>
    public const string PathOutside = "GOT5019";

    /// <summary>The base of an image is not there, has no image for the platform, or is not an image.</summary>
    public const string BaseUnusable = "GOT5020";

    /// <summary>The base of an image is named by a tag alone, which may be another image tomorrow.</summary>
    public const string BaseNotPinned = "GOT5021";

    /// <summary>A project could not be published.</summary>
    public const string PublishFailed = "GOT5022";

    /// <summary>A link in a layer leads out of it.</summary>
    public const string LinkLeadsOut = "GOT5023";

    /// <summary>An image that was to be pushed or written is not known by a digest there.</summary>
    public const string NoDigest = "GOT5030";

    /// <summary>There are no manifests to be packed.</summary>
    public const string BundleEmpty = "GOT5031";
}
