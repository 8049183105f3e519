using System.Globalization;

namespace GitOpsTasks.Build.Names;

/// <summary>What happened to the sources so that an image is built: a push, a pull request, a schedule.</summary>
public sealed record BuildEvent
{
    private const string Heads = "refs/heads/";
    private const string Tags = "refs/tags/";
    private const string Pulls = "refs/pull/";

    // Events that GitHub runs on the default branch, whatever they are about.
    private static readonly string[] s_ofDefaultBranch = ["create", "discussion", "issues", "schedule"];

    /// <summary>The kind of event in GitHub's words, such as <c>push</c>, <c>pull_request</c> or <c>schedule</c>.</summary>
    public string Name { get; init; } = "push";

    /// <summary>The full ref, such as <c>refs/heads/main</c>, <c>refs/tags/v1</c> or <c>refs/pull/7/merge</c>; null for a bare commit.</summary>
    public string? Ref { get; init; }

    /// <summary>The full commit id; null where it is not known.</summary>
    public string? Commit { get; init; }

    /// <summary>When the commit was made (committer time); null where it is not known.</summary>
    public DateTimeOffset? CommitTime { get; init; }

    /// <summary>The branch a pull request goes into, or that a tag was pushed from; null for all else.</summary>
    public string? BaseBranch { get; init; }

    /// <summary>The repository of the sources.</summary>
    public RepositoryFacts Repository { get; init; } = new();

    /// <summary>The branch; null where the event is not about one.</summary>
    public string? Branch => After(Heads);

    /// <summary>The git tag; null where the event is not about one.</summary>
    public string? Tag => After(Tags);

    /// <summary>The number of the pull request; null where the event is not about one.</summary>
    public long? PullRequest =>
        After(Pulls)?.Split('/')[0] is { } number && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Whether a clock and not a person caused it.</summary>
    public bool IsScheduled => Name == "schedule";

    /// <summary>Whether it is about the default branch; false where that branch is not known.</summary>
    public bool IsDefaultBranch =>
        s_ofDefaultBranch.Contains(Name) || (Branch is { } branch && branch == Repository.DefaultBranch);

    private string? After(string prefix) =>
        Ref?.StartsWith(prefix, StringComparison.Ordinal) == true && Ref.Length > prefix.Length ? Ref[prefix.Length..] : null;
}
