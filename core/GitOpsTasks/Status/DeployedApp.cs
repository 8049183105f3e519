namespace GitOpsTasks.Status;

/// <summary>An application in one environment.</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Folder">Its folder, from the root of the repository.</param>
/// <param name="Images">The images with their versions, by name.</param>
public sealed record DeployedApp(string Environment, string Folder, IReadOnlyList<DeployedImage> Images)
{
    /// <summary>Since when it has these versions, by the history of the branch; null where history does not tell.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Who wrote the commit that gave it these versions: the name alone.</summary>
    public string? Author { get; init; }

    /// <summary>The commit on the branch that gave it these versions: the merge where they came by one.</summary>
    public string? Commit { get; init; }

    /// <summary>Where a person sees the commit; null where there is no such page.</summary>
    public string? CommitUrl { get; init; }

    /// <summary>Whether an image is older here than where it is promoted from, or other in a way that has no order.</summary>
    public bool IsBehind => Images.Any(image => image.IsBehind);
}
