using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GitOpsTasks.Parts;

/// <summary>
/// GitHub on loopback, over real bare repositories: the REST API with GitHub's own refusals, rate limit headers and what
/// goes wrong on purpose, and git over HTTP for the same repositories. Whatever a push moves, the API sees, and the other
/// way round.
/// </summary>
public sealed class GitHubFake : IAsyncDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("gitops-github-");
    private readonly GitHubFakeState _state = new();
    private readonly GitHubFakeApi _api;
    private readonly GitHubFakeGit _git;
    private readonly LoopbackServer _server;
    private readonly string _prefix;

    /// <summary>Starts it without repositories.</summary>
    /// <param name="apiPrefix">What API paths begin with: <c>/api/v3</c> as on GitHub Enterprise Server, or empty.</param>
    public GitHubFake(string apiPrefix = "/api/v3")
    {
        _prefix = apiPrefix;
        _api = new GitHubFakeApi(this, _state);
        _git = new GitHubFakeGit(_root.FullName, Token, _state);
        _server = new LoopbackServer(HandleAsync);
    }

    /// <summary><c>http://127.0.0.1:PORT</c>.</summary>
    public string Url => _server.Url;

    /// <summary>Where the API is, without a slash at the end.</summary>
    public string ApiUrl => Url + _prefix;

    /// <summary>The one token that is known: a Bearer token for the API, the password for git.</summary>
    public string Token { get; } = $"ghp_{Guid.NewGuid():N}";

    /// <summary>How many API requests are left before the primary rate limit answers 403.</summary>
    public int RemainingRequests { get; set; } = 5000;

    /// <summary>When the primary rate limit begins anew.</summary>
    public DateTimeOffset LimitResetsAt { get; set; } = DateTimeOffset.UnixEpoch.AddYears(60);

    /// <summary>Whether there is a GraphQL API.</summary>
    public bool HasGraphQl { get; set; } = true;

    /// <summary>When tokens of Apps expire.</summary>
    public DateTimeOffset TokensExpireAt { get; set; } = DateTimeOffset.UnixEpoch.AddYears(60);

    /// <summary>Every request so far, in the order they were answered.</summary>
    public IReadOnlyList<GitHubFakeRequest> Requests => _state.Requests;

    /// <summary>The requests that could change anything.</summary>
    public IReadOnlyList<GitHubFakeRequest> Mutations => [.. Requests.Where(r => r.IsMutation)];

    /// <summary>Adds an empty repository, or a fork with the branches of another.</summary>
    public async Task<GitHubFakeRepository> AddRepositoryAsync(string owner, string name, GitHubFakeRepository? forkOf = null)
    {
        var git = await BareRepository.CreateAtAsync(Path.Combine(_root.FullName, owner, $"{name}.git"));
        var repository = new GitHubFakeRepository(owner, name, $"{Url}/{owner}/{name}", git);
        if (forkOf is not null)
            await git.GitAsync("fetch", "--quiet", forkOf.Git.FullPath, "+refs/heads/*:refs/heads/*");
        _state.Add(repository);
        return repository;
    }

    /// <summary>Answers matching requests with a failure, without applying them.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="pathPattern">A regular expression found in the path, which begins <c>/repos/</c> or <c>/OWNER/NAME.git/</c>.</param>
    /// <param name="status">The status code.</param>
    /// <param name="times">How many requests fail; those after them do not.</param>
    /// <param name="retryAfter">Seconds for a Retry-After header; null for none.</param>
    /// <param name="body">The <c>message</c> of the body.</param>
    public void Fail(
        string method, string pathPattern, int status, int times = 1, int? retryAfter = null, string body = "Injected failure")
    {
        var reply = GitHubReply.Problem(status, body);
        if (retryAfter is { } seconds)
            reply = reply with { Headers = new Dictionary<string, string> { ["Retry-After"] = $"{seconds}" } };
        _state.Add(new GitHubFakeFault(method, pathPattern, times) { Reply = reply });
    }

    /// <summary>Applies matching requests and cuts the connection instead of answering.</summary>
    public void CutAfterApplying(string method, string pathPattern, int times = 1) =>
        _state.Add(new GitHubFakeFault(method, pathPattern, times) { CutsAfterApplying = true });

    /// <summary>Cuts the connection of matching requests before they are applied.</summary>
    public void CutBeforeApplying(string method, string pathPattern, int times = 1) =>
        _state.Add(new GitHubFakeFault(method, pathPattern, times) { CutsBeforeApplying = true });

    /// <summary>Does something just before matching requests are applied, as another writer would.</summary>
    public void Meanwhile(string method, string pathPattern, Func<Task> action, int times = 1) =>
        _state.Add(new GitHubFakeFault(method, pathPattern, times) { Meanwhile = action });

    /// <summary>Answers matching requests with a failure that repeats the credentials it was sent, as a proxy may.</summary>
    public void FailWithEcho(string method, string pathPattern, int status, int times = 1) =>
        _state.Add(new GitHubFakeFault(method, pathPattern, times) { Echo = status });

    /// <summary>Answers matching requests with a success of another body.</summary>
    public void Answer(string method, string pathPattern, string json) =>
        _state.Add(new GitHubFakeFault(method, pathPattern, 1) { Reply = GitHubReply.Ok(JsonNode.Parse(json)!) });

    /// <summary>Adds an App that is installed on an owner.</summary>
    /// <param name="id">The App's id.</param>
    /// <param name="key">Its key.</param>
    /// <param name="owner">Whose repositories it may see.</param>
    /// <param name="granted">Permissions and their levels, <c>read</c> or <c>write</c>.</param>
    public void AddApp(string id, RSA key, string owner, IReadOnlyDictionary<string, string> granted) => _state.Apps.Add(id, key, owner, granted);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _state.Dispose();
        _root.Refresh();
        if (_root.Exists)
            _root.Delete(recursive: true);
    }

    private Task HandleAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "/";
        var graphQl = _prefix == "/api/v3" ? "/api/graphql" : $"{_prefix}/graphql";
        if (path == graphQl)
            return _api.HandleAsync(http, "/graphql");
        return path.StartsWith($"{_prefix}/repos/", StringComparison.Ordinal) || path.StartsWith($"{_prefix}/app/", StringComparison.Ordinal)
            ? _api.HandleAsync(http, path[_prefix.Length..])
            : _git.HandleAsync(http, path);
    }
}
