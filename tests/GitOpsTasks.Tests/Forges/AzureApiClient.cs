using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Tests.Forges;

/// <summary>Requests to the fake Azure DevOps as other clients make them.</summary>
internal sealed class AzureApiClient : IDisposable
{
    private readonly HttpClient _http;

    public AzureApiClient(AzureFake azure)
    {
        _http = new HttpClient { BaseAddress = new Uri($"{azure.CollectionUrl}{Uri.EscapeDataString(AzureFake.Project)}/_apis/git/repositories/gitops/") };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", azure.AccessToken);
    }

    public async Task<(int Status, JsonNode? Body)> SendAsync(string method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    /// <summary>Moves a branch, and tells what is answered for it.</summary>
    public async Task<string> MoveAsync(string branch, string old, string now)
    {
        var (status, body) = await SendAsync("POST", "refs?api-version=7.1", $$"""[{"name":"refs/heads/{{branch}}","oldObjectId":"{{old}}","newObjectId":"{{now}}"}]""");
        status.ShouldBe(200);
        return body!["value"]![0]!["updateStatus"]!.GetValue<string>();
    }

    public async Task DeleteBranchAsync(string branch, string tip) => (await MoveAsync(branch, tip, new string('0', 40))).ShouldBe("succeeded");

    public void Dispose() => _http.Dispose();
}
