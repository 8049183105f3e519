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

    /// <summary>
    /// Of environments promoted from the same one, those of a lower number come first: the others wait until all of them have
    /// the versions.
    /// </summary>
    public int Wave { get; init; }

    /// <summary>Whether all applications are promoted to it by one pull request.</summary>
    public bool OnePullRequest { get; init; }

    /// <summary>Users, and teams as <c>ORGANISATION/TEAM</c>, asked to review its pull requests.</summary>
    public IReadOnlyList<string> Reviewers { get; init; } = [];

    /// <summary>Users its pull requests are assigned to.</summary>
    public IReadOnlyList<string> Assignees { get; init; } = [];

    /// <summary>Labels of its pull requests.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>The milestone of its pull requests, by title or number; null for none.</summary>
    public string? Milestone { get; init; }

    /// <summary>Whether its pull requests are drafts.</summary>
    public bool Draft { get; init; }

    /// <summary>How the forge merges its pull requests once it may; null where a person does.</summary>
    public string? AutoMerge { get; init; }

    /// <summary>What a promotion to it has to meet besides; null for nothing.</summary>
    public GatesConfig? Gates { get; init; }

    /// <summary>Whether a promotion to it has to meet anything.</summary>
    public bool HasGates => Gates is not null || Soak > TimeSpan.Zero;
}
