using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GitOpsTasks.Parts;

/// <summary>The API side of the fake: shapes of requests, authentication, faults, and the endpoints.</summary>
internal sealed class AzureFakeApi(AzureFake fake) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);

    public async Task HandleAsync(HttpContext http, string path)
    {
        var text = await new StreamReader(http.Request.Body).ReadToEndAsync();
        var fault = fake.FaultOf(http.Request.Method, path);
        if (fault is not null)
            await fault.Meanwhile();
        var reply = fault?.Reply ?? RefusalOf(http.Request) ?? await ApplyAsync(http.Request, path, text);
        if (fault?.SlowsBy is { } seconds)
            reply = reply with { Headers = new Dictionary<string, string> { ["Retry-After"] = $"{seconds}", ["X-RateLimit-Delay"] = "1.500" } };
        var isCut = fault?.CutsAfterApplying == true;
        fake.Log(new AzureFakeRequest(http.Request.Method, path + http.Request.QueryString, text, isCut ? 0 : reply.Status));
        if (isCut)
            http.Abort();
        else
            await WriteAsync(http.Response, reply);
    }

    public void Dispose() => _oneAtATime.Dispose();

    private AzureReply? RefusalOf(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        var basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(":" + fake.Token));
        if (authorization != basic && authorization != $"Bearer {fake.AccessToken}")
            return fake.SignInStatus == 401 ? new AzureReply(401, null) : AzureReply.SignIn(fake.SignInStatus);
        return request.Query["api-version"] == "7.1"
            ? null
            : AzureReply.Problem(400, "No api-version was supplied for the request. The api-version must be supplied.", "VssVersionNotSpecifiedException");
    }

    private async Task<AzureReply> ApplyAsync(HttpRequest request, string path, string text)
    {
        JsonNode? body = null;
        try
        {
            body = text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return AzureReply.Problem(400, "The request body is not valid JSON.", "VssPropertyValidationException");
        }

        await _oneAtATime.WaitAsync();
        try
        {
            return await AnswerAsync(request, path, body);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task<AzureReply> AnswerAsync(HttpRequest request, string path, JsonNode? body)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is [AzureFake.Collection, "_apis", "identities"])
            return FindIdentities(request.Query["filterValue"].ToString());
        if (parts is not [AzureFake.Collection, AzureFake.Project, "_apis", "git", "repositories", var name, .. var rest] || fake.Find(name) is not { } repository)
            return AzureReply.Problem(404, $"TF401019: The Git repository with name or identifier {parts.ElementAtOrDefault(5)} does not exist or you do not have permissions for the operation you are attempting.", "GitRepositoryNotFoundException");
        var call = new AzureFakeCall(request.Method, rest, request.Query, body, (request.ContentType ?? "").Split(';')[0]);
        return await new AzureFakePulls(repository).AnswerAsync(call) ?? await new AzureFakeRefs(repository).AnswerAsync(call) ?? await new AzureFakeStatuses(repository).AnswerAsync(call)
            ?? AzureReply.Problem(404, "The controller for path was not found or does not implement IController.", "HttpException");
    }

    private AzureReply FindIdentities(string name) => AzureReply.List(fake.Repositories
        .SelectMany(repository => repository.Identities).Distinct()
        .Where(identity => identity.Account.Equals(name, StringComparison.OrdinalIgnoreCase) || identity.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        .Select(identity => new JsonObject
        {
            ["id"] = identity.Id,
            ["providerDisplayName"] = identity.Name,
            ["isActive"] = true,
            ["properties"] = new JsonObject { ["Account"] = new JsonObject { ["$type"] = "System.String", ["$value"] = identity.Account } },
        }));

    private static async Task WriteAsync(HttpResponse response, AzureReply reply)
    {
        response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers)
            response.Headers[name] = value;
        response.ContentType = reply.Html is null ? "application/json; charset=utf-8; api-version=7.1" : "text/html; charset=utf-8";
        if ((reply.Html ?? reply.Body?.ToJsonString()) is { } text)
            await response.WriteAsync(text);
    }
}
