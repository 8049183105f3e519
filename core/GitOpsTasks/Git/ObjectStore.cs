using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Git;

/// <summary>
/// Objects by id: from memory, from the private repository and the checkout that lends to it, and what is missing then
/// from the remote, all of it by one request.
/// </summary>
/// <param name="repository">The private repository.</param>
/// <param name="remote">The remote.</param>
internal sealed class ObjectStore(PrivateRepository repository, RemoteObjects remote) : IAsyncDisposable
{
    private readonly CatFile _local = new(repository);
    private readonly Dictionary<string, GitObject> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FolderObject> _folders = new(StringComparer.Ordinal);

    /// <summary>Fetches the tip of a branch with its root folder; null where the remote has no such branch.</summary>
    public async Task<string?> FetchTipAsync(string branch, IProgressStep step, CancellationToken cancellationToken)
    {
        var tip = await remote.FetchTipAsync(branch, IsHereAsync, step, cancellationToken);
        Take();
        return tip;
    }

    /// <summary>The id of a commit's root folder.</summary>
    public async Task<string> RootOfAsync(string commit, CancellationToken cancellationToken)
    {
        var read = (await ReadAsync([commit], FetchReach.Itself, cancellationToken))[commit];
        var line = Encoding.UTF8.GetString(read.Content.Span).Split('\n')[0];
        return line.StartsWith("tree ", StringComparison.Ordinal) && repository.Format.IsId(line["tree ".Length..])
            ? line["tree ".Length..]
            : throw TaskFailedException.External(GitCodes.GitFailed, $"'{commit}' is no commit.", "Check the repository with 'git fsck'.");
    }

    /// <summary>Folders by id.</summary>
    public async Task<IReadOnlyDictionary<string, FolderObject>> FoldersAsync(
        IReadOnlyCollection<string> ids, FetchReach reach, CancellationToken cancellationToken)
    {
        var unread = ids.Where(id => !_folders.ContainsKey(id)).Distinct(StringComparer.Ordinal).ToList();
        var objects = await ReadAsync(unread, reach, cancellationToken);
        foreach (var id in unread)
            _folders[id] = FolderObject.Read(objects[id].Content.Span, repository.Format);
        return _folders;
    }

    /// <summary>Blobs by id.</summary>
    public Task<IReadOnlyDictionary<string, GitObject>> BlobsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        ReadAsync(ids, FetchReach.Trees, cancellationToken);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _local.DisposeAsync();

    private async Task<IReadOnlyDictionary<string, GitObject>> ReadAsync(
        IReadOnlyCollection<string> ids, FetchReach reach, CancellationToken cancellationToken)
    {
        var missing = await ReadLocalAsync(ids, cancellationToken);
        if (missing.Count > 0)
        {
            await remote.FetchAsync(missing, reach, cancellationToken);
            Take();
            missing = await ReadLocalAsync(missing, cancellationToken);
        }

        return missing.Count == 0
            ? _read
            : throw TaskFailedException.External(
                GitCodes.ObjectMissing, $"The server did not send the object '{missing[0]}'.", "Run the task again; if it stays so, check the repository with 'git fsck'.");
    }

    private async Task<bool> IsHereAsync(string id, CancellationToken cancellationToken) =>
        (await ReadLocalAsync([id], cancellationToken)).Count == 0;

    // What is neither in memory nor in the private repository.
    private async Task<List<string>> ReadLocalAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Where(id => !_read.ContainsKey(id)).Distinct(StringComparer.Ordinal).ToList();
        if (wanted.Count == 0 || !(repository.Borrows || remote.FillsRepository))
            return wanted;
        foreach (var found in await _local.ReadAsync(wanted, cancellationToken))
            _read[found.Id] = found;
        return [.. wanted.Where(id => !_read.ContainsKey(id))];
    }

    private void Take()
    {
        foreach (var received in remote.TakeReceived())
            _read[received.Id] = received;
    }
}
