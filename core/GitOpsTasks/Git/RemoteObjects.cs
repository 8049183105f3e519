using GitOpsTasks.Contracts;

namespace GitOpsTasks.Git;

/// <summary>
/// Fetches from the remote: over one connection of our own where that can be, else by children of git, which fill the
/// private repository.
/// </summary>
/// <param name="repository">The private repository.</param>
/// <param name="remote">The remote.</param>
internal sealed class RemoteObjects(PrivateRepository repository, GitRemote remote)
{
    private readonly FetchCommand _command = new(repository, remote);
    private HttpObjects? _http = repository.Http is { } http ? new HttpObjects(repository, http) : null;

    /// <summary>Whether objects are to be looked for in the private repository.</summary>
    public bool FillsRepository => _command.HasFetched || _http?.FillsRepository == true;

    /// <summary>Fetches the tip of a branch, a commit with its root folder; null where the remote has no such branch.</summary>
    /// <param name="branch">Without <c>refs/heads/</c>.</param>
    /// <param name="isHere">Whether a commit need not be fetched.</param>
    /// <param name="step">Told how far it is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<string?> FetchTipAsync(
        string branch, Func<string, CancellationToken, Task<bool>> isHere, IProgressStep step, CancellationToken cancellationToken)
    {
        var reference = BranchName.ToRef(branch);
        if (_http is { } http)
        {
            try
            {
                return await http.FetchTipAsync(reference, isHere, cancellationToken);
            }
            catch (Exception e) when (HttpObjects.IsFailure(e, cancellationToken))
            {
                _http = null;
            }
        }

        return await _command.FetchTipAsync(branch, isHere, step, cancellationToken);
    }

    /// <summary>Fetches objects by id.</summary>
    public async Task FetchAsync(IReadOnlyCollection<string> ids, FetchReach reach, CancellationToken cancellationToken)
    {
        if (_http is { } http)
        {
            try
            {
                await http.FetchAsync(ids, reach, cancellationToken);
                return;
            }
            catch (Exception e) when (HttpObjects.IsFailure(e, cancellationToken))
            {
                _http = null;
            }
        }

        await _command.FetchAsync(ids, reach, cancellationToken);
    }

    /// <summary>What was fetched to memory since this was last asked.</summary>
    public IReadOnlyList<GitObject> TakeReceived() => _http?.TakeReceived() ?? [];
}
