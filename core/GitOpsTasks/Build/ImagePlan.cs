using GitOpsTasks.Build.Names;

namespace GitOpsTasks.Build;

/// <summary>An image whose tags and labels are worked out, ready for a builder.</summary>
/// <param name="Spec">Its description.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Labels">All its labels, by key.</param>
/// <param name="Created">When it is said to be made: SOURCE_DATE_EPOCH, else the commit's time; null where neither is known.</param>
public sealed record ImagePlan(
    ImageSpec Spec,
    ResolvedTags Tags,
    IReadOnlyDictionary<string, string> Labels,
    DateTimeOffset? Created)
{
    /// <summary>What builds it.</summary>
    public BuilderKind Builder { get; init; }

    /// <summary>Annotations of its manifests and indexes.</summary>
    public IReadOnlyList<ImageAnnotation> Annotations { get; init; } = [];

    /// <summary>The result as far as it is known without building.</summary>
    public ImageResult Result => new(Spec.Name, Spec.Repository)
    {
        Tags = Tags.Tags,
        Version = Tags.Version,
        Labels = Labels,
        Annotations = [.. Annotations.Select(annotation => annotation.ToString())],
        Platforms = Spec.Platforms,
        Builder = Builder.ToString().ToLowerInvariant(),
    };
}
