using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Names;

/// <summary>The names, labels and annotations an event gives an image.</summary>
/// <param name="Images">The repositories, such as <c>ghcr.io/acme/web</c>; empty where none were asked for.</param>
/// <param name="TagNames">The tags without repositories; the first is the most telling.</param>
public sealed record ImageNames(IReadOnlyList<string> Images, IReadOnlyList<string> TagNames)
{
    /// <summary>The first of the tags; null where there is none.</summary>
    public string? Version => TagNames is [var first, ..] ? first : null;

    /// <summary>All tags in all repositories, <c>REPOSITORY:TAG</c>; bare tags where there are no repositories.</summary>
    public IReadOnlyList<string> Tags => Images.Count == 0 ? TagNames : [.. Images.SelectMany(image => TagNames.Select(tag => $"{image}:{tag}"))];

    /// <summary>Labels of the image's configuration, in order of their keys.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Annotations of its manifests and indexes.</summary>
    public IReadOnlyList<ImageAnnotation> Annotations { get; init; } = [];

    /// <summary>Rules that gave nothing, and tags that moved or stayed unexpectedly.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
}
