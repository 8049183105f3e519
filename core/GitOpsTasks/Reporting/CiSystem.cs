namespace GitOpsTasks.Reporting;

/// <summary>The CI system a task runs under, as far as its log is concerned.</summary>
public enum CiSystem
{
    /// <summary>A person's shell.</summary>
    None,

    /// <summary>Some CI system without commands in its log that are known here.</summary>
    Generic,

    /// <summary>GitHub Actions, or a runner that follows it.</summary>
    GitHub,

    /// <summary>Azure Pipelines.</summary>
    Azure,
}
