namespace GitOpsTasks.Build.Names;

/// <summary>What is known of the repository that sources are in; null is what is not known.</summary>
public sealed record RepositoryFacts
{
    /// <summary>Its name without its owner, such as <c>web</c>.</summary>
    public string? Name { get; init; }

    /// <summary>What it is for, in its owner's words.</summary>
    public string? Description { get; init; }

    /// <summary>Its address for people, without credentials.</summary>
    public string? Url { get; init; }

    /// <summary>Where the sources are, where that is not its address for people.</summary>
    public string? Source { get; init; }

    /// <summary>Its licence as an SPDX identifier.</summary>
    public string? License { get; init; }

    /// <summary>Its default branch, without <c>refs/heads/</c>.</summary>
    public string? DefaultBranch { get; init; }
}
