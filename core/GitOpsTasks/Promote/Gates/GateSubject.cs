using GitOpsTasks.Config;
using GitOpsTasks.Git;
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

    /// <summary>What gitops.yaml says; empty where there is none.</summary>
    public required GitOpsConfig Config { get; init; }

    /// <summary>The address of the repository.</summary>
    public required GitRemote Remote { get; init; }

    /// <summary>The repository, for its history.</summary>
    public required IBranchRepository Repository { get; init; }

    /// <summary>The branch that agents follow.</summary>
    public required string Branch { get; init; }

    /// <summary>The branch of its pull request; null where it is pushed.</summary>
    public string? Head { get; init; }

    /// <summary>Whether <see cref="Head"/> has it already and stays as it is in this run.</summary>
    public bool IsProposed { get; init; }

    /// <summary>Whether it goes back to what the target had before: nothing of that has to prove itself again.</summary>
    public bool IsRollback { get; init; }

    /// <summary>The target as it would become.</summary>
    public required IConfigTree After { get; init; }

    /// <summary>What the target environment asks for.</summary>
    internal GatesConfig Gates => To.Gates ?? s_none;

    private static readonly GatesConfig s_none = new();
}
