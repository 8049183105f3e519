using GitOpsTasks.Config;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote.Gates;

/// <summary>The promotion that gates are asked about.</summary>
/// <param name="Name">The application or group.</param>
/// <param name="From">The environment versions come from.</param>
/// <param name="To">The environment they go to, with what the configuration asks for there.</param>
/// <param name="Apps">What changes, by application.</param>
public sealed record GateSubject(string Name, EnvironmentConfig From, EnvironmentConfig To, IReadOnlyList<AppChanges> Apps)
{
    /// <summary>The folders versions come from.</summary>
    public required IReadOnlyList<TreePath> SourceFolders { get; init; }

    /// <summary>The folders they go to.</summary>
    public required IReadOnlyList<TreePath> TargetFolders { get; init; }

    /// <summary>The repository, for its history.</summary>
    public required IBranchRepository Repository { get; init; }

    /// <summary>The branch that agents follow.</summary>
    public required string Branch { get; init; }

    /// <summary>The target as it would become.</summary>
    public required IConfigTree After { get; init; }
}
