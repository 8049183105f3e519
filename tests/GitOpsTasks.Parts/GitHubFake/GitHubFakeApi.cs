using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GitOpsTasks.Parts;

/// <summary>The API side of the fake: authentication, rate limit, faults, and the endpoints.</summary>
internal sealed class GitHubFakeApi(GitHubFake fake, GitHubFakeState state)
{
    public async Task HandleAsync(HttpContext http, string path)
    {
        var text = await new StreamReader(http.Request.Body).ReadToEndAsync();
        var fault = state.FaultOf(http.Request.Method, path);
        if (fault is not null)
            await fault.Meanwhile();
        var isCut = fault is { CutsAfterApplying: true } or { CutsBeforeApplying: true };
        var reply = fault?.CutsBeforeApplying == true
            ? GitHubReply.NoContent
            : fault?.ReplyTo(http.Request.Headers.Authorization.ToString()) ?? RefusalOf(http.Request, path) ?? await ApplyAsync(http.Request, path, text);
        reply = WithoutWhatIsKnown(http, reply);
        state.Log(new GitHubFakeRequest(http.Request.Method, path + http.Request.QueryString, text, isCut ? 0 : reply.Status));
        if (isCut)
            http.Abort();
        else
            await WriteAsync(http.Response, reply);
    }

    private GitHubReply? RefusalOf(HttpRequest request, string path)
    {
        var bearer = BearerOf(request);
        if (bearer is null && (request.Method != "GET" || path == "/graphql"))
            return GitHubReply.Problem(401, "Requires authentication");
        if (bearer is not null && bearer != fake.Token && !state.Apps.Knows(bearer) && !IsOfApps(path))
            return GitHubReply.Problem(401, "Bad credentials");
        if (fake.RemainingRequests == 0)
            return GitHubReply.Problem(403, "API rate limit exceeded for user ID 1.");
        fake.RemainingRequests--;
        return bearer is not null && path.Split('/') is ["", "repos", _, var name, ..]
            ? state.Apps.RefusalOf(bearer, name, request.Method != "GET")
            : null;
    }

    private static bool IsOfApps(string path) => path.StartsWith("/app/", StringComparison.Ordinal) || path.EndsWith("/installation", StringComparison.Ordinal);

    private static string? BearerOf(HttpRequest request) =>
        request.Headers.Authorization.ToString().Split(' ') is ["Bearer" or "token", var bearer] ? bearer : null;

    // An answer that is known is no work, and costs nothing of the limit.
    private GitHubReply WithoutWhatIsKnown(HttpContext http, GitHubReply reply)
    {
        if (http.Request.Method != "GET" || reply.Status != 200)
            return reply;
        var tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(reply.Body!.ToJsonString())))}\"";
        if (http.Request.Headers.IfNoneMatch != tag)
            return reply with { Headers = new Dictionary<string, string>(reply.Headers) { ["ETag"] = tag } };
        fake.RemainingRequests++;
        return new GitHubReply(304, null);
    }

    private async Task<GitHubReply> ApplyAsync(HttpRequest request, string path, string text)
    {
        if (!TryParse(text, out var body))
            return GitHubReply.Problem(400, "Problems parsing JSON");
        if (path == "/graphql")
            return fake.HasGraphQl ? await state.AloneAsync(async () => await new FakeMutations(state.All).AnswerAsync(body) ?? await new FakeGraphQl(state.Find).AnswerAsync(body)) : GitHubReply.NotFound;
        if (path.Split('/') is ["", "app", "installations", "4711", "access_tokens"] && request.Method == "POST")
            return state.Apps.MakeToken(BearerOf(request) ?? "", body, fake.TokensExpireAt);
        if (path.Split('/', StringSplitOptions.RemoveEmptyEntries) is not ["repos", var owner, var name, .. var rest]
            || state.Find($"{owner}/{name}") is not { } repository)
            return GitHubReply.NotFound;
        if (rest is ["installation"])
            return state.Apps.Find(BearerOf(request) ?? "", owner);
        var call = new GitHubCall(request.Method, rest, request.Query, body, $"{fake.ApiUrl}{path}");
        return await state.AloneAsync(async () =>
        {
            await repository.FollowBranchesAsync();
            var reply = await AnswerAsync(repository, call);
            await repository.FollowBranchesAsync();
            return reply;
        });
    }

    private async Task<GitHubReply> AnswerAsync(GitHubFakeRepository repository, GitHubCall call) =>
        await new FakePulls(repository, state.Find).AnswerAsync(call)
        ?? new FakeIssues(repository).Answer(call)
        ?? await new FakeRefs(repository).AnswerAsync(call)
        ?? await new FakeObjects(repository).AnswerAsync(call)
        ?? await new FakeChecks(repository).AnswerAsync(call)
        ?? await new FakeHistory(repository).AnswerAsync(call)
        ?? await new FakeContents(repository).AnswerAsync(call)
        ?? GitHubReply.NotFound;

    private async Task WriteAsync(HttpResponse response, GitHubReply reply)
    {
        response.StatusCode = reply.Status;
        response.Headers["x-ratelimit-limit"] = "5000";
        response.Headers["x-ratelimit-remaining"] = $"{fake.RemainingRequests}";
        response.Headers["x-ratelimit-reset"] = $"{fake.LimitResetsAt.ToUnixTimeSeconds()}";
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
        try
        {
            body = text.Length == 0 ? null : JsonNode.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
