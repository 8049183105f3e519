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
        var reply = fault?.Reply ?? RefusalOf(http.Request) ?? await ApplyAsync(http.Request, path, text);
        var isCut = fault?.CutsAfterApplying == true;
        state.Log(new GitHubFakeRequest(
            http.Request.Method, path + http.Request.QueryString, text, isCut ? 0 : reply.Status));
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
        if (authorization.Length > 0 && authorization != $"Bearer {fake.Token}" && authorization != $"token {fake.Token}")
            return GitHubReply.Problem(401, "Bad credentials");
        if (fake.RemainingRequests == 0)
            return GitHubReply.Problem(403, "API rate limit exceeded for user ID 1.");
        fake.RemainingRequests--;
        return null;
    }

    private async Task<GitHubReply> ApplyAsync(HttpRequest request, string path, string text)
    {
        if (path.Split('/', StringSplitOptions.RemoveEmptyEntries) is not ["repos", var owner, var name, .. var rest]
            || state.Find($"{owner}/{name}") is not { } repository)
            return GitHubReply.NotFound;
        if (!TryParse(text, out var body))
            return GitHubReply.Problem(400, "Problems parsing JSON");
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
        ?? await new FakeObjects(repository.Git).AnswerAsync(call)
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
