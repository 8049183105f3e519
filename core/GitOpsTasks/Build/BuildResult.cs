using System.Text.Json.Serialization;

namespace GitOpsTasks.Build;

/// <summary>What the build task did.</summary>
/// <param name="Images">The images, in the order of the configuration.</param>
public sealed record BuildResult(IReadOnlyList<ImageResult> Images)
{
    /// <summary>JSON with tags, labels and annotations, where these alone were asked for and all images have the same; else null.</summary>
    [JsonIgnore]
    public string? Metadata { get; init; }

    /// <summary>The same as a file for <c>docker buildx bake</c>; null likewise.</summary>
    [JsonIgnore]
    public string? BakeFile { get; init; }
}
