namespace GitOpsTasks.Config;

/// <summary>An environment, and how a version gets there.</summary>
public sealed record EnvironmentConfig
{
    /// <summary>Its name, such as <c>prod</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its folder with <c>{app}</c> for the application's name; see <see cref="GitOpsConfig.EnvironmentPath"/>.</summary>
    public string? Path { get; init; }

    /// <summary>The environment that versions are promoted from; null for one that builds go to.</summary>
    public string? From { get; init; }

    /// <summary>How a version gets there; where nothing is said a push, or a pull request where <see cref="From"/> is given.</summary>
    public PromotionWay By { get; init; }

    /// <summary>How long a version has to be in <see cref="From"/> first.</summary>
    public TimeSpan Soak { get; init; }

    /// <summary>Users or teams asked to review its pull requests.</summary>
    public IReadOnlyList<string> Reviewers { get; init; } = [];
}
