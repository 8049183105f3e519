using Microsoft.AspNetCore.Http;

namespace GitOpsTasks.Parts;

/// <summary>
/// Azure DevOps on loopback, over real bare repositories: the REST API with its own refusals and shapes of requests, what goes
/// wrong on purpose, and git over HTTP for the same repositories.
/// </summary>
public sealed class AzureFake : IAsyncDisposable
{
    /// <summary>The collection.</summary>
    public const string Collection = "acme";

    /// <summary>The project, whose name is escaped in addresses.</summary>
    public const string Project = "Platform Team";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("gitops-azure-");
    private readonly Dictionary<string, AzureFakeRepository> _repositories = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<AzureFakeRequest> _requests = [];
    private readonly List<AzureFakeFault> _faults = [];
    private readonly AzureFakeApi _api;
    private readonly GitHttpBackend _git;
    private readonly LoopbackServer _server;

    /// <summary>Starts it without repositories.</summary>
    public AzureFake()
    {
        _api = new AzureFakeApi(this);
        _git = new GitHttpBackend(_root.FullName);
        _server = new LoopbackServer(HandleAsync);
    }

    /// <summary><c>http://127.0.0.1:PORT/COLLECTION/</c>, as SYSTEM_COLLECTIONURI.</summary>
    public string CollectionUrl => $"{_server.Url}/{Collection}/";

    /// <summary>A personal access token: the password of Basic authentication, for the API and git.</summary>
    public string Token { get; } = $"{Guid.NewGuid():N}{Guid.NewGuid():N}"[..52];

    /// <summary>A pipeline's token: a bearer for the API, and a password for git.</summary>
    public string AccessToken { get; } = $"eyJ{Guid.NewGuid():N}.eyJ{Guid.NewGuid():N}.{Guid.NewGuid():N}";

    /// <summary>What a token that is not known is answered: 203, 302 or 401.</summary>
    public int SignInStatus { get; set; } = 203;

    /// <summary>Every request so far, in the order they were answered.</summary>
    public IReadOnlyList<AzureFakeRequest> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    /// <summary>The requests that could change anything.</summary>
    public IReadOnlyList<AzureFakeRequest> Mutations => [.. Requests.Where(request => request.IsMutation)];

    internal IEnumerable<AzureFakeRepository> Repositories => _repositories.Values;

    /// <summary>Adds an empty repository.</summary>
    public async Task<AzureFakeRepository> AddRepositoryAsync(string name)
    {
        var git = await BareRepository.CreateAtAsync(Path.Combine(_root.FullName, Collection, Project, $"{name}.git"));
        return _repositories[name] = new AzureFakeRepository($"{CollectionUrl}{Uri.EscapeDataString(Project)}/_git/{name}", git);
    }

    /// <summary>Answers matching requests with a failure, without applying them.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="pathPattern">A regular expression found in the path.</param>
    /// <param name="status">The status code.</param>
    /// <param name="times">How many requests fail; those after them do not.</param>
    /// <param name="retryAfter">Seconds for a Retry-After header; null for none.</param>
    /// <param name="body">The <c>message</c> of the body.</param>
    public void Fail(string method, string pathPattern, int status, int times = 1, int? retryAfter = null, string body = "Injected failure")
    {
        var reply = AzureReply.Problem(status, body, "InjectedException");
        if (retryAfter is { } seconds)
            reply = reply with { Headers = new Dictionary<string, string> { ["Retry-After"] = $"{seconds}", ["X-RateLimit-Remaining"] = "0" } };
        Add(new AzureFakeFault(method, pathPattern, times) { Reply = reply });
    }

    /// <summary>Applies matching requests and cuts the connection instead of answering.</summary>
    public void CutAfterApplying(string method, string pathPattern, int times = 1) =>
        Add(new AzureFakeFault(method, pathPattern, times) { CutsAfterApplying = true });

    /// <summary>Answers matching requests as usual, and asks to wait before the next.</summary>
    public void Slow(string method, string pathPattern, int seconds) =>
        Add(new AzureFakeFault(method, pathPattern, 1) { SlowsBy = seconds });

    /// <summary>Does something just before matching requests are applied, as another writer would.</summary>
    public void Meanwhile(string method, string pathPattern, Func<Task> action, int times = 1) =>
        Add(new AzureFakeFault(method, pathPattern, times) { Meanwhile = action });

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _api.Dispose();
        _root.Refresh();
        if (_root.Exists)
            _root.Delete(recursive: true);
    }

    internal AzureFakeRepository? Find(string name) => _repositories.GetValueOrDefault(name);

    internal void Log(AzureFakeRequest request)
    {
        lock (_requests)
            _requests.Add(request);
    }

    internal AzureFakeFault? FaultOf(string method, string path)
    {
        lock (_faults)
            return _faults.FirstOrDefault(fault => fault.Takes(method, path));
    }

    private void Add(AzureFakeFault fault)
    {
        lock (_faults)
            _faults.Add(fault);
    }

    private async Task HandleAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "/";
        if (path.Contains("/_apis/", StringComparison.Ordinal))
        {
            await _api.HandleAsync(http, path);
            return;
        }

        var fault = FaultOf(http.Request.Method, path);
        if (fault?.CutsAfterApplying == true)
            http.Response.Body = Stream.Null;
        var parts = path.Split('/');
        http.Request.Path = parts is ["", _, _, "_git", var name, .. var rest] ? $"/{parts[1]}/{parts[2]}/{name}.git/{string.Join('/', rest)}" : path;
        if (fault?.Reply is { } refusal)
            http.Response.StatusCode = refusal.Status;
        else if (GitHttpServer.PasswordOf(http.Request) is { } password && (password == Token || password == AccessToken))
            await _git.HandleAsync(http, "build");
        else
            GitHttpServer.Challenge(http.Response);
        Log(new AzureFakeRequest(http.Request.Method, path + http.Request.QueryString, "", http.Response.StatusCode));
        if (fault?.CutsAfterApplying == true)
            http.Abort();
    }
}
