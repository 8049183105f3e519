using GitOpsTasks.Contracts;

namespace GitOpsTasks.Forges;

/// <summary>Where the pull requests of one repository are kept. Branches are named without <c>refs/heads/</c>.</summary>
public interface IForge
{
    /// <summary>What it can do.</summary>
    ForgeAbilities Abilities { get; }

    /// <summary>Where a person sees what is between two branches or commits; null where there is no such page.</summary>
    string? CompareUrl(string from, string to);

    /// <summary>Where a person sees a commit; null where there is no such page.</summary>
    string? CommitUrl(string commit);

    /// <summary>The open pull requests to a base whose branches are of the repository itself and begin with a text, by number.</summary>
    /// <exception cref="TaskFailedException">The forge refused or could not be reached.</exception>
    Task<IReadOnlyList<PullRequest>> ListOpenAsync(string headPrefix, string baseBranch, CancellationToken cancellationToken);

    /// <summary>The last pull request from a branch to a base that was closed or merged; null where there is none.</summary>
    /// <exception cref="TaskFailedException">The forge refused or could not be reached.</exception>
    Task<PullRequest?> FindEndedAsync(string head, string baseBranch, CancellationToken cancellationToken);

    /// <summary>Adds what a pull request lacks; asks nobody again who has given a review.</summary>
    /// <returns>A warning for each thing the forge does not take, such as a user it does not know.</returns>
    /// <exception cref="TaskFailedException">The forge could not be reached, or the token may not do this.</exception>
    Task<IReadOnlyList<Diagnostic>> AddAsync(PullRequest pull, PullRequestExtras extras, CancellationToken cancellationToken);

    /// <summary>Makes a draft of a pull request, or takes it that it is ready.</summary>
    /// <exception cref="TaskFailedException">The forge refused or could not be reached.</exception>
    Task SetDraftAsync(PullRequest pull, bool isDraft, CancellationToken cancellationToken);

    /// <summary>Has the forge merge a pull request once it may; at once where nothing is in its way.</summary>
    /// <exception cref="TaskFailedException">The forge refused or could not be reached.</exception>
    Task<MergeOutcome> MergeWhenReadyAsync(PullRequest pull, MergeMethod method, CancellationToken cancellationToken);

    /// <summary>
    /// The open pull request from one branch of the repository to another, or null. Pull requests from forks, whose branches
    /// may have the same name, are not seen.
    /// </summary>
    /// <param name="head">The branch with the change.</param>
    /// <param name="baseBranch">The branch it is to be merged into.</param>
    /// <param name="cancellationToken">Cancels the request and its retries.</param>
    /// <exception cref="TaskFailedException">The forge refused or could not be reached.</exception>
    Task<PullRequest?> FindOpenAsync(string head, string baseBranch, CancellationToken cancellationToken);

    /// <summary>
    /// Opens a pull request and adds its labels. Where one is open from the same branch to the same base already, because
    /// another writer was faster or an earlier answer was lost, that one is returned as it is, with the labels added.
    /// </summary>
    /// <exception cref="TaskFailedException">The forge refused, a branch is missing, or it could not be reached.</exception>
    Task<PullRequest> OpenAsync(PullRequestDraft draft, CancellationToken cancellationToken);

    /// <summary>Gives a pull request a new title and body.</summary>
    /// <exception cref="TaskFailedException">The forge refused, there is no such number, or it could not be reached.</exception>
    Task<PullRequest> UpdateAsync(int number, string title, string body, CancellationToken cancellationToken);

    /// <summary>Says something about a pull request, for people; written once however often this is repeated.</summary>
    /// <exception cref="TaskFailedException">The forge refused, there is no such number, or it could not be reached.</exception>
    Task CommentAsync(int number, string text, CancellationToken cancellationToken);

    /// <summary>Closes a pull request without merging it; its branch stays. One that is closed already stays closed.</summary>
    /// <param name="number">The pull request.</param>
    /// <param name="comment">Why, for people; written once however often this is repeated. Null writes none.</param>
    /// <param name="cancellationToken">Cancels the requests and their retries.</param>
    /// <exception cref="TaskFailedException">The forge refused, there is no such number, or it could not be reached.</exception>
    Task CloseAsync(int number, string? comment, CancellationToken cancellationToken);
}
