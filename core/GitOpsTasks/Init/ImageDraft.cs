using GitOpsTasks.Trees;

namespace GitOpsTasks.Init;

/// <summary>An image, and how it is built.</summary>
internal sealed record ImageDraft
{
    /// <summary>Registry and repository; null where nothing is known.</summary>
    public string? Repository { get; init; }

    /// <summary>The version to begin with; null where nothing is known.</summary>
    public string? Tag { get; init; }

    /// <summary>Folder of a Dockerfile's build; null where it is not built from one.</summary>
    public TreePath? Context { get; init; }

    /// <summary>The Dockerfile.</summary>
    public TreePath Dockerfile { get; init; }

    /// <summary>The stage to build; null for the last.</summary>
    public string? Target { get; init; }

    /// <summary>Arguments of the build.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Arguments { get; init; } = [];

    /// <summary>The .NET project it is built from without a Dockerfile.</summary>
    public TreePath? Project { get; init; }

    /// <summary>What a project is put upon.</summary>
    public string? Base { get; init; }

    /// <summary>Whether this repository builds it.</summary>
    public bool IsBuilt => Context is not null || Project is not null;
}
