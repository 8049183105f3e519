using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Tests.Forges;

/// <summary>Plain requests to the fake, as another program would make them.</summary>
internal sealed class GitHubApiClient(GitHubFake gitHub) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public async Task<(HttpStatusCode Status, JsonNode? Body)> SendAsync(string method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"{gitHub.ApiUrl}/repos/{path}");
        request.Headers.Authorization = new("Bearer", gitHub.Token);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    public async Task<JsonNode> SucceedAsync(string method, string path, string? json = null)
    {
        var (status, body) = await SendAsync(method, path, json);
        ((int)status).ShouldBeInRange(200, 299, body?.ToJsonString());
        return body!;
    }

    public void Dispose() => _http.Dispose();
}
