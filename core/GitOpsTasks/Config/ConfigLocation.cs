namespace GitOpsTasks.Config;

/// <summary>Where the configuration repository is, and where its pull requests are.</summary>
public sealed record ConfigLocation
{
    /// <summary>Address or path of the repository; null for the one the file is in.</summary>
    public string? Repository { get; init; }

    /// <summary>The branch that agents follow.</summary>
    public string Branch { get; init; } = "main";

    /// <summary>Where pull requests are opened.</summary>
    public ForgeChoice Forge { get; init; }
}
