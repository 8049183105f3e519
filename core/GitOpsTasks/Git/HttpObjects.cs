namespace GitOpsTasks.Git;

/// <summary>Fetches over one HTTP connection. Folders and commits are kept in the private repository too, to build a commit on.</summary>
internal sealed class HttpObjects(PrivateRepository repository, SmartHttp http)
{
    private const int LargestObject = 100_000_000;

    private readonly List<GitObject> _received = [];

    /// <summary>Whether a large pack was put into the private repository.</summary>
    public bool FillsRepository { get; private set; }

    /// <summary>Whether an exception says that git should be asked instead.</summary>
    public static bool IsFailure(Exception exception, CancellationToken cancellationToken) =>
        exception is HttpRequestException or IOException or InvalidDataException
        || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    /// <summary>Fetches what a ref points at with its root folder; null where there is no such ref.</summary>
    public async Task<string?> FetchTipAsync(
        string reference, Func<string, CancellationToken, Task<bool>> isHere, CancellationToken cancellationToken)
    {
        var tip = await http.ResolveAsync(reference, repository.Format, cancellationToken);
        if (tip is not null && !await isHere(tip, cancellationToken))
            await ReceiveAsync(pack => http.FetchTipAsync(tip, pack, repository.Format, cancellationToken), cancellationToken);
        return tip;
    }

    /// <summary>Fetches objects by id.</summary>
    public Task FetchAsync(IReadOnlyCollection<string> ids, FetchReach reach, CancellationToken cancellationToken) =>
        ReceiveAsync(pack => http.FetchAsync(ids, reach, pack, repository.Format, cancellationToken), cancellationToken);

    /// <summary>What was fetched since this was last asked.</summary>
    public IReadOnlyList<GitObject> TakeReceived()
    {
        var received = _received.ToList();
        _received.Clear();
        return received;
    }

    private async Task ReceiveAsync(Func<PackReceiver, Task<IReadOnlyList<string>>> fetch, CancellationToken cancellationToken)
    {
        var file = Path.Join(repository.Objects, "pack", $"pack-{Guid.NewGuid():N}.pack");
        await using var pack = new PackReceiver(file);
        var shallow = await fetch(pack);
        if (shallow.Count > 0)
            repository.AddShallow(shallow);
        if (pack.IsLarge)
        {
            await pack.DisposeAsync();
            await repository.Git.RunAsync(["index-pack", file], cancellationToken);
            FillsRepository = true;
            return;
        }

        var objects = Pack.Read(pack.Content, repository.Format, LargestObject);
        foreach (var kept in objects.Where(received => received.Type is "commit" or "tree"))
            LooseObject.Write(repository.Objects, kept);
        _received.AddRange(objects);
    }
}
