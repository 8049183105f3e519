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
    private readonly Dictionary<string, GitHubFakeRepository> _repositories = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<GitHubFakeRequest> _requests = [];
    private readonly List<GitHubFakeFault> _faults = [];
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly GitHttpBackend _gitBackend;
    private readonly LoopbackServer _server;
    private readonly string _prefix;

    /// <summary>Starts it without repositories.</summary>
    /// <param name="apiPrefix">What API paths begin with: <c>/api/v3</c> as on GitHub Enterprise Server, or empty.</param>
    public GitHubFake(string apiPrefix = "/api/v3")
    {
        _prefix = apiPrefix;
        _gitBackend = new GitHttpBackend(_root.FullName);
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

    /// <summary>Every request so far, in the order they were answered.</summary>
    public IReadOnlyList<GitHubFakeRequest> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    /// <summary>The requests that could change anything.</summary>
    public IReadOnlyList<GitHubFakeRequest> Mutations => [.. Requests.Where(r => r.IsMutation)];

    /// <summary>Adds an empty repository, or a fork with the branches of another.</summary>
    public async Task<GitHubFakeRepository> AddRepositoryAsync(string owner, string name, GitHubFakeRepository? forkOf = null)
    {
        var git = await BareRepository.CreateAtAsync(Path.Combine(_root.FullName, owner, $"{name}.git"));
        var repository = new GitHubFakeRepository(owner, name, $"{Url}/{owner}/{name}", git);
        if (forkOf is not null)
            await git.GitAsync("fetch", "--quiet", forkOf.Git.FullPath, "+refs/heads/*:refs/heads/*");
        _repositories.Add(repository.FullName, repository);
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
        AddFault(new GitHubFakeFault(method, pathPattern, times) { Reply = reply });
    }

    /// <summary>Applies matching requests and cuts the connection instead of answering.</summary>
    public void CutAfterApplying(string method, string pathPattern, int times = 1) =>
        AddFault(new GitHubFakeFault(method, pathPattern, times) { CutsAfterApplying = true });

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _oneAtATime.Dispose();
        _root.Refresh();
        if (_root.Exists)
            _root.Delete(recursive: true);
    }

    private void AddFault(GitHubFakeFault fault)
    {
        lock (_faults)
            _faults.Add(fault);
    }

    private GitHubFakeFault? FaultOf(string method, string path)
    {
        lock (_faults)
            return _faults.FirstOrDefault(f => f.Takes(method, path));
    }

    private Task HandleAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "/";
        return path.StartsWith($"{_prefix}/repos/", StringComparison.Ordinal)
            ? HandleApiAsync(http, path[_prefix.Length..])
            : HandleGitAsync(http, path);
    }

    private async Task HandleApiAsync(HttpContext http, string path)
    {
        var text = await new StreamReader(http.Request.Body).ReadToEndAsync();
        var fault = FaultOf(http.Request.Method, path);
        var reply = fault?.Reply ?? RefusalOf(http.Request) ?? await ApplyAsync(http.Request, path, text);
        var isCut = fault?.CutsAfterApplying == true;
        Log(new GitHubFakeRequest(http.Request.Method, path + http.Request.QueryString, text, isCut ? 0 : reply.Status));
        if (isCut)
            http.Abort();
        else
            await WriteAsync(http.Response, reply);
    }

    private GitHubReply? RefusalOf(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.Length == 0 && request.Method != "GET")
            return GitHubReply.Problem(401, "Requires authentication");
        if (authorization.Length > 0 && authorization != $"Bearer {Token}" && authorization != $"token {Token}")
            return GitHubReply.Problem(401, "Bad credentials");
        if (RemainingRequests == 0)
            return GitHubReply.Problem(403, "API rate limit exceeded for user ID 1.");
        RemainingRequests--;
        return null;
    }

    private async Task<GitHubReply> ApplyAsync(HttpRequest request, string path, string text)
    {
        if (path.Split('/', StringSplitOptions.RemoveEmptyEntries) is not ["repos", var owner, var name, .. var rest]
            || _repositories.GetValueOrDefault($"{owner}/{name}") is not { } repository)
            return GitHubReply.NotFound;
        if (!TryParse(text, out var body))
            return GitHubReply.Problem(400, "Problems parsing JSON");
        var call = new GitHubCall(request.Method, rest, request.Query, body, $"{ApiUrl}{path}");
        await _oneAtATime.WaitAsync();
        try
        {
            await repository.FollowBranchesAsync();
            var reply = await new FakePulls(repository, _repositories.GetValueOrDefault).AnswerAsync(call)
                ?? new FakeIssues(repository).Answer(call)
                ?? await new FakeRefs(repository).AnswerAsync(call)
                ?? await new FakeObjects(repository.Git).AnswerAsync(call)
                ?? await new FakeContents(repository).AnswerAsync(call)
                ?? GitHubReply.NotFound;
            await repository.FollowBranchesAsync();
            return reply;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task HandleGitAsync(HttpContext http, string path)
    {
        var fault = FaultOf(http.Request.Method, path);
        if (fault?.CutsAfterApplying == true)
            http.Response.Body = Stream.Null;
        if (fault?.Reply is { } refusal)
            await WriteAsync(http.Response, refusal);
        else if (GitHttpServer.PasswordOf(http.Request) == Token)
            await _gitBackend.HandleAsync(http, "fake-user");
        else
            GitHttpServer.Challenge(http.Response);
        if (fault?.CutsAfterApplying == true)
            http.Abort();
        Log(new GitHubFakeRequest(http.Request.Method, path + http.Request.QueryString, "", http.Response.StatusCode));
        await FollowPushAsync(path);
    }

    // A branch that a push deletes closes its pull requests at once, even if the next push brings it back.
    private async Task FollowPushAsync(string path)
    {
        if (path.Split('/') is not ["", var owner, var file, "git-receive-pack"]
            || _repositories.GetValueOrDefault($"{owner}/{file.Replace(".git", "", StringComparison.Ordinal)}") is not { } repository)
            return;
        await _oneAtATime.WaitAsync();
        try
        {
            await repository.FollowBranchesAsync();
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private void Log(GitHubFakeRequest request)
    {
        lock (_requests)
            _requests.Add(request);
    }

    private async Task WriteAsync(HttpResponse response, GitHubReply reply)
    {
        response.StatusCode = reply.Status;
        response.Headers["x-ratelimit-limit"] = "5000";
        response.Headers["x-ratelimit-remaining"] = $"{RemainingRequests}";
        response.Headers["x-ratelimit-reset"] = $"{LimitResetsAt.ToUnixTimeSeconds()}";
        foreach (var (name, value) in reply.Headers)
            response.Headers[name] = value;
        if (reply.Body is null)
            return;
        response.ContentType = "application/json; charset=utf-8";
        await response.WriteAsync(reply.Body.ToJsonString());
    }

    private static bool TryParse(string text, out JsonNode? body)
    {
        body = null;
        if (text.Length == 0)
            return true;
        try
        {
            body = JsonNode.Parse(text);
            return true;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }
}
