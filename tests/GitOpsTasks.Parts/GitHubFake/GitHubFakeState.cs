namespace GitOpsTasks.Parts;

/// <summary>What the API and the git side of the fake share.</summary>
internal sealed class GitHubFakeState : IDisposable
{
    private readonly Dictionary<string, GitHubFakeRepository> _repositories = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<GitHubFakeRequest> _requests = [];
    private readonly List<GitHubFakeFault> _faults = [];
    private readonly SemaphoreSlim _oneAtATime = new(1);

    public FakeApps Apps { get; } = new();

    public IReadOnlyList<GitHubFakeRequest> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    public void Add(GitHubFakeRepository repository) => _repositories.Add(repository.FullName, repository);

    public void Add(GitHubFakeFault fault)
    {
        lock (_faults)
            _faults.Add(fault);
    }

    public void Log(GitHubFakeRequest request)
    {
        lock (_requests)
            _requests.Add(request);
    }

    public IEnumerable<GitHubFakeRepository> All => _repositories.Values;

    public GitHubFakeRepository? Find(string fullName) => _repositories.GetValueOrDefault(fullName);

    /// <summary>The fault whose turn it is with a request, if any.</summary>
    public GitHubFakeFault? FaultOf(string method, string path)
    {
        lock (_faults)
            return _faults.FirstOrDefault(f => f.Takes(method, path));
    }

    /// <summary>Does something while no other request changes pull requests.</summary>
    public async Task<T> AloneAsync<T>(Func<Task<T>> action)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            return await action();
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();
}
