using GitOpsTasks.Contracts;

namespace GitOpsTasks.Forges.Evidence;

/// <summary>What others have said on a forge about commits and pull requests of one repository. It is only read.</summary>
public interface IForgeEvidence
{
    /// <summary>The newest statuses and checks of a commit, one of each name and kind; empty where there are none yet.</summary>
    /// <param name="commit">Its id.</param>
    /// <param name="cancellationToken">Cancels the requests and their retries.</param>
    /// <exception cref="TaskFailedException">There is no such commit, or the forge refused or could not be reached.</exception>
    Task<IReadOnlyList<CommitCheck>> ChecksAsync(string commit, CancellationToken cancellationToken);

    /// <summary>The logins of those who may write to the repository and have approved a pull request as it is at a commit.</summary>
    /// <param name="number">The pull request.</param>
    /// <param name="commit">The commit at the tip of its branch; approvals of another do not count.</param>
    /// <param name="cancellationToken">Cancels the requests and their retries.</param>
    /// <exception cref="TaskFailedException">There is no such number, or the forge refused or could not be reached.</exception>
    Task<IReadOnlyList<string>> ApproversAsync(int number, string commit, CancellationToken cancellationToken);
}
