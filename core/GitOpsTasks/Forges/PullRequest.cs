namespace GitOpsTasks.Forges;

/// <summary>A pull request as the forge has it.</summary>
/// <param name="Number">Its number in the repository, counted from 1.</param>
/// <param name="Url">Where a person looks at it.</param>
/// <param name="Title">One line.</param>
/// <param name="Body">Markdown; empty where there is none. Others can edit it: what is read back from it is untrusted.</param>
/// <param name="Head">The branch with the change, without <c>refs/heads/</c>.</param>
/// <param name="Base">The branch it is to be merged into.</param>
/// <param name="State">Where it is in its life.</param>
/// <param name="HeadCommit">The commit id at the tip of <paramref name="Head"/> when it was read.</param>
public sealed record PullRequest(
    int Number,
    string Url,
    string Title,
    string Body,
    string Head,
    string Base,
    PullRequestState State,
    string HeadCommit)
{
    /// <summary>Whether it is a draft.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Whether the forge is to merge it once it may.</summary>
    public bool IsMergedByItself { get; init; }

    /// <summary>The forge's own name for it, where it has another than the number.</summary>
    public string? Id { get; init; }

    /// <summary>What it has besides; reviewers are those still asked.</summary>
    public PullRequestExtras Extras { get; init; } = PullRequestExtras.None;
}
