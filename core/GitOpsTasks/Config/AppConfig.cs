namespace GitOpsTasks.Config;

/// <summary>An application that is deployed.</summary>
public sealed record AppConfig
{
    /// <summary>The app spec its manifests are generated from; null where they are written by hand.</summary>
    public string? Spec { get; init; }

    /// <summary>The name of the image it runs, one of <see cref="GitOpsConfig.Images"/> where that file has images.</summary>
    public string? Image { get; init; }

    /// <summary>Its folder, from the root of the configuration repository; null for <c>apps/NAME</c>.</summary>
    public string? Path { get; init; }

    /// <summary>What promotions take from one environment to the next.</summary>
    public IReadOnlyList<PromotedPart> Promote { get; init; } = PromotedPart.Default;

    /// <summary>Applications of one group are promoted by one pull request; null for one of its own.</summary>
    public string? Group { get; init; }
}
