namespace GitOpsTasks.Init.Writing;

/// <summary>An application of the proposal.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">Its folder from the root of the repository.</param>
internal sealed record ProposedApp(string Name, string Path)
{
    /// <summary>The spec its manifests are generated from; null where they are written by hand.</summary>
    public string? Spec { get; init; }

    /// <summary>Whether the spec is there already.</summary>
    public bool HasSpec { get; init; }

    /// <summary>What its sources say; null where they are not here.</summary>
    public AppDraft? Draft { get; init; }

    /// <summary>Registry and repository of its image; null where nothing is known.</summary>
    public string? Repository { get; init; }

    /// <summary>The version to begin with.</summary>
    public string? Tag { get; init; }

    /// <summary>Whether this repository builds its image.</summary>
    public bool IsBuilt => Draft?.Image.IsBuilt == true && Repository is not null;
}
