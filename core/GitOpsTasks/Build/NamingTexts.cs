using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build;

/// <summary>What a host was given to name images by: lines in the grammar of docker/metadata-action, empty where nothing was given.</summary>
public sealed record NamingTexts
{
    /// <summary>Repositories to name instead of the configuration's images.</summary>
    public IReadOnlyList<string> Images { get; init; } = [];

    /// <summary>Tag rules; they take the place of those of each image.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>What all tags have in common.</summary>
    public IReadOnlyList<string> Flavor { get; init; } = [];

    /// <summary>Labels; they win over those of the images.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Annotations.</summary>
    public IReadOnlyList<string> Annotations { get; init; } = [];

    /// <summary>Reads them from the texts of a host.</summary>
    public static NamingTexts From(InputValues values) => new()
    {
        Images = values.Get(BuildInputs.Images),
        Tags = values.Get(BuildInputs.Tags),
        Flavor = values.Get(BuildInputs.Flavor),
        Labels = values.Get(BuildInputs.Labels),
        Annotations = values.Get(BuildInputs.Annotations),
    };
}
