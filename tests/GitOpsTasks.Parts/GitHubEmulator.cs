using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace GitOpsTasks.Parts;

/// <summary>
/// The GitHub API of npm's <c>emulate</c>, another's work, on a free port: with one repository <c>acme/gitops</c> that has a first
/// commit. It has no GraphQL and no git.
/// </summary>
public sealed class GitHubEmulator : IAsyncDisposable
{
    /// <summary>The token it knows.</summary>
    public const string Token = "test_token_acme";

    private readonly ServerProcess _server;
    private readonly string _folder;

    private GitHubEmulator(ServerProcess server, string folder, string url) => (_server, _folder, Url) = (server, folder, url);

    /// <summary><c>http://127.0.0.1:PORT</c>, of the API and of the addresses of repositories.</summary>
    public string Url { get; }

    /// <summary>Starts one; the test is skipped, or fails in CI, where the program is missing.</summary>
    public static async Task<GitHubEmulator> StartAsync()
    {
        var program = RequiredPart.Find("emulate");
        var folder = Directory.CreateTempSubdirectory("gitops-emulate-").FullName;
        var port = ServerProcess.FreePort();
        var seed = Path.Combine(folder, "seed.yaml");
        await File.WriteAllTextAsync(seed, $"tokens:\n  {Token}: {{ login: acme, scopes: [repo] }}\ngithub:\n  users: [{{ login: acme }}]\n  repos: [{{ owner: acme, name: gitops, auto_init: true }}]\n");
        var server = new ServerProcess(program, ["start", "--service", "github", "--port", $"{port}", "--seed", seed]);
        var emulator = new GitHubEmulator(server, folder, $"http://127.0.0.1:{port}");
        using var http = new HttpClient();
        await server.WaitAsync(async () => (await http.GetAsync($"{emulator.Url}/repos/acme/gitops")).StatusCode == HttpStatusCode.OK);
        return emulator;
    }

    /// <summary>Puts a file on <c>main</c> in the plainest way there is.</summary>
    public async Task PutAsync(string path, string content)
    {
        using var request = Request(HttpMethod.Put, $"contents/{path}");
        request.Content = new StringContent(
            $$"""{"message":"put","branch":"main","content":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(content))}}"}""", Encoding.UTF8, "application/json");
        await SendAsync(request);
    }

    /// <summary>The JSON below the repository at a path, such as <c>commits?sha=main</c>.</summary>
    public async Task<string> GetAsync(string path)
    {
        using var request = Request(HttpMethod.Get, path);
        return await SendAsync(request);
    }

    /// <summary>Sends JSON below the repository; returns what is answered.</summary>
    public async Task<string> SendAsync(string method, string path, JsonNode json)
    {
        using var request = Request(new HttpMethod(method), path);
        request.Content = new StringContent(json.ToJsonString(), Encoding.UTF8, "application/json");
        return await SendAsync(request);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, $"{Url}/repos/acme/gitops/{path}");
        request.Headers.Authorization = new("Bearer", Token);
        return request;
    }

    private static async Task<string> SendAsync(HttpRequestMessage request)
    {
        using var http = new HttpClient();
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }
}
