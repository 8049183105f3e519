// Made from the task's declaration by tests/GitOpsTasks.Hosts.Tests/Declarations: change it there.
namespace Cake.GitOps;

/// <summary>Settings of GitOpsPromote. Takes image versions from one environment to the next, by a pull request or a push.</summary>
public sealed class GitOpsPromoteSettings : GitOpsSettings
{
    /// <summary>The environment whose versions are promoted, such as dev. Default: the one before --to, or every one.</summary>
    public string? From { get; set; }

    /// <summary>The environment they are promoted to, such as staging. Default: every one that is promoted from --from.</summary>
    public string? To { get; set; }

    /// <summary>An application to promote. Default: all.</summary>
    public IReadOnlyList<string> App { get; set; } = [];

    /// <summary>Promotes the applications of this run by one pull request of this name.</summary>
    public string? Group { get; set; }

    /// <summary>Promotes nothing newer than this tag, as the source had it; with --rollback, the tag to go back to.</summary>
    public string? Tag { get; set; }

    /// <summary>Opens a pull request that takes --to back to what it had before.</summary>
    public bool? Rollback { get; set; }

    /// <summary>Brings the open promotions up to date, and opens no new one.</summary>
    public bool? Refresh { get; set; }

    /// <summary>When an open promotion takes in what its base has become; a newer version it always takes in. Default: conflicted.</summary>
    public string? RefreshWhen { get; set; }

    /// <summary>Opens a pull request also where a person closed the last one, or a rollback took its versions away, and nothing has changed since.</summary>
    public bool? Reopen { get; set; }

    /// <summary>A label of the pull requests. Adds to gitops.yaml.</summary>
    public IReadOnlyList<string> Label { get; set; } = [];

    /// <summary>A user, or a team as ORGANISATION/TEAM, asked for a review. Adds to gitops.yaml.</summary>
    public IReadOnlyList<string> Reviewer { get; set; } = [];

    /// <summary>A user the pull requests are assigned to. Adds to gitops.yaml.</summary>
    public IReadOnlyList<string> Assignee { get; set; } = [];

    /// <summary>The milestone of the pull requests, by title or number.</summary>
    public string? Milestone { get; set; }

    /// <summary>Opens pull requests as drafts.</summary>
    public bool? Draft { get; set; }

    /// <summary>Has the forge merge the pull requests once it may. Default: off.</summary>
    public string? AutoMerge { get; set; }

    /// <summary>A Markdown file for the body, with {summary}, {table}, {compare}, {gates}, {commits}, {diff}, {app}, {from}, {to}.</summary>
    public string? Template { get; set; }

    /// <summary>Whether the body shows how rendered manifests change, where kustomize, kubectl or helm is there. Default: auto.</summary>
    public string? Render { get; set; }

    /// <summary>What becomes of a promotion whose gates are not met. Default: draft.</summary>
    public string? UnmetGates { get; set; }

    /// <summary>How long --unmet-gates wait waits, such as 90s or 1h30m. Default: 30m.</summary>
    public string? WaitFor { get; set; }

    /// <summary>Works out what would be promoted and writes nothing.</summary>
    public bool? DryRun { get; set; }

    /// <summary>The configuration; without it, apps/APP/overlays/ENV is assumed. Default: gitops.yaml.</summary>
    public string? Config { get; set; }

    /// <summary>The configuration repository, where gitops.yaml does not name it.</summary>
    public string? Repository { get; set; }

    /// <summary>The branch that agents follow, where gitops.yaml does not name it. Default: main.</summary>
    public string? Branch { get; set; }

    /// <summary>How the repository is read and written: git, or api for GitHub&apos;s API alone, without any clone. Default: git.</summary>
    public string? Via { get; set; }
}
