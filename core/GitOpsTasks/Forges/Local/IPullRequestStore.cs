using GitOpsTasks.Contracts;

namespace GitOpsTasks.Forges.Local;

/// <summary>Where <see cref="LocalForge"/> keeps its pull requests.</summary>
public interface IPullRequestStore
{
    /// <summary>What a person calls the repository, without credentials.</summary>
    string Name { get; }

    /// <summary>Every pull request, and the tips of the branches, as they are now.</summary>
    /// <exception cref="TaskFailedException">The repository could not be read, or GOT7013: what is in it could not.</exception>
    Task<PullRequestSnapshot> ReadAllAsync(CancellationToken cancellationToken);

    /// <summary>Writes one pull request if it is still as it was read (compare-and-swap).</summary>
    /// <param name="content">The new content; its number says which one is written.</param>
    /// <param name="expectedVersion">The <see cref="StoredPullRequest.Version"/> it replaces; null where there must be none yet.</param>
    /// <param name="cancellationToken">Cancels the write; whether it was made is then not known.</param>
    /// <returns>False where another writer was faster and nothing was written.</returns>
    /// <exception cref="TaskFailedException">GOT7014: the repository refuses; or it could not be reached.</exception>
    Task<bool> TryWriteAsync(LocalPullRequest content, string? expectedVersion, CancellationToken cancellationToken);
}
