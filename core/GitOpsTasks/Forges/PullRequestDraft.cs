namespace GitOpsTasks.Forges;

/// <summary>A pull request to be opened.</summary>
/// <param name="Title">One line.</param>
/// <param name="Body">Markdown; cut, with a note, where it is longer than the forge takes.</param>
/// <param name="Head">The branch with the change, without <c>refs/heads/</c>; it is there already.</param>
/// <param name="Base">The branch it is to be merged into.</param>
public sealed record PullRequestDraft(string Title, string Body, string Head, string Base)
{
    /// <summary>Labels to add; those the repository does not know yet are made.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Whether it is opened as a draft.</summary>
    public bool IsDraft { get; init; }
}
