using GitOpsTasks.Build.Names;

namespace GitOpsTasks.Build;

/// <summary>The state of the sources an image is built from.</summary>
/// <param name="Commit">The full commit id.</param>
/// <param name="CommitTime">When the commit was made (committer time).</param>
public sealed record SourceRevision(string Commit, DateTimeOffset CommitTime)
{
    /// <summary>The branch that is being built; null where a tag or a bare commit is.</summary>
    public string? Branch { get; init; }

    /// <summary>The git tag that is being built; null where none is.</summary>
    public string? Tag { get; init; }

    /// <summary>Address of the sources for people, without credentials; null where there is none.</summary>
    public string? Source { get; init; }

    /// <summary>The event of building it: of its tag where it has one, else of its branch.</summary>
    internal BuildEvent ToEvent() => new()
    {
        Ref = Tag is not null ? "refs/tags/" + Tag : Branch is not null ? "refs/heads/" + Branch : null,
        Commit = Commit,
        CommitTime = CommitTime,
        Repository = new RepositoryFacts { Source = Source },
    };
}
