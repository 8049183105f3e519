namespace GitOpsTasks.Init;

/// <summary>The CI systems that workflow files are proposed for.</summary>
public enum CiChoice
{
    /// <summary>Those that the repository shows signs of; both where it shows none.</summary>
    Auto,

    /// <summary>GitHub Actions.</summary>
    GitHub,

    /// <summary>Azure Pipelines.</summary>
    Azure,

    /// <summary>Both.</summary>
    Both,

    /// <summary>None.</summary>
    None,
}
