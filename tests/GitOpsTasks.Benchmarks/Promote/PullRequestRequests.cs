using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace GitOpsTasks.Benchmarks.Promote;

/// <summary>The requests that create-pull-request 8 sends where there is no pull request yet.</summary>
/// <param name="place">The server.</param>
internal sealed class PullRequestRequests(PromotePlace place)
{
    private const int BlobsAtOnce = 8;

    /// <summary>Opens the pull request of a branch.</summary>
    public Task<TimeSpan> OpenAsync(string branch) => TimedAsync(http => PostAsync(
        http, "pulls", new JsonObject { ["title"] = "Promote", ["head"] = branch, ["base"] = "main", ["body"] = "Automated changes", ["draft"] = false, ["maintainer_can_modify"] = true }));

    /// <summary>Makes a branch of changed files by the API, so that GitHub signs the commit: a blob for each, eight at a time.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="paths">The files, below a clone.</param>
    /// <param name="clone">The clone.</param>
    public Task<TimeSpan> PushAsync(string branch, IReadOnlyList<string> paths, string clone) => TimedAsync(async http =>
    {
        var main = (await http.GetFromJsonAsync<JsonNode>("git/ref/heads/main"))!["object"]!["sha"]!.GetValue<string>();
        var tree = (await http.GetFromJsonAsync<JsonNode>($"git/commits/{main}"))!["tree"]!["sha"]!.GetValue<string>();
        var blobs = new string[paths.Count];
        await Parallel.ForAsync(0, paths.Count, new ParallelOptions { MaxDegreeOfParallelism = BlobsAtOnce }, async (i, cancellationToken) =>
        {
            var content = Convert.ToBase64String(await File.ReadAllBytesAsync(Path.Combine(clone, paths[i]), cancellationToken));
            blobs[i] = (await PostAsync(http, "git/blobs", new JsonObject { ["content"] = content, ["encoding"] = "base64" }))["sha"]!.GetValue<string>();
        });
        var entries = paths.Select((path, i) => (JsonNode)new JsonObject { ["path"] = path, ["mode"] = "100644", ["type"] = "blob", ["sha"] = blobs[i] });
        var made = await PostAsync(http, "git/trees", new JsonObject { ["base_tree"] = tree, ["tree"] = new JsonArray([.. entries]) });
        var commit = await PostAsync(http, "git/commits", new JsonObject
        {
            ["message"] = "Promote",
            ["tree"] = made["sha"]!.GetValue<string>(),
            ["parents"] = new JsonArray(main),
        });
        await PostAsync(http, "git/refs", new JsonObject { ["ref"] = $"refs/heads/{branch}", ["sha"] = commit["sha"]!.GetValue<string>() });
    });

    private async Task<TimeSpan> TimedAsync(Func<HttpClient, Task> send)
    {
        var clock = Stopwatch.StartNew();
        using var http = new HttpClient { BaseAddress = new Uri($"{place.ApiUrl}/repos/acme/gitops/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", place.Token);
        await send(http);
        return clock.Elapsed;
    }

    private static async Task<JsonNode> PostAsync(HttpClient http, string path, JsonNode body)
    {
        using var response = await http.PostAsJsonAsync(path, body);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new InvalidOperationException($"{path}: {(int)response.StatusCode} {text}");
    }
}
