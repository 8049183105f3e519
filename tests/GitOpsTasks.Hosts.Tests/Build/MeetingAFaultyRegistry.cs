using GitOpsTasks.Parts;
using Microsoft.AspNetCore.Http;

namespace GitOpsTasks.Hosts.Tests.Build;

/// <summary>The real command against a real registry behind something that fails.</summary>
public sealed class MeetingAFaultyRegistry : IAsyncLifetime
{
    private readonly BuildWorkplace _work = new();
    private DockerRegistryServer _registry = null!;

    public async ValueTask InitializeAsync() => _registry = await DockerRegistryServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_registry is not null)
            await _registry.DisposeAsync();
        _work.Dispose();
    }

    [Theory]
    [InlineData("POST", 401, 4, "GOT5102")]
    [InlineData("POST", 403, 4, "GOT5102")]
    [InlineData("POST", 404, 3, "GOT5105")]
    [InlineData("PUT", 403, 4, "GOT5102")]
    [InlineData("PUT", 400, 3, "GOT5105")]
    [InlineData("PUT", 307, 3, "GOT5105")]
    [InlineData("HEAD", 403, 4, "GOT5102")]
    public async Task Ends_at_once_with_one_message_and_no_tag(string method, int status, int exitCode, string code)
    {
        var asked = 0;
        await using var proxy = Before((http, line) =>
        {
            if (http.Request.Method != method || line.Contains("/uploads/mark", StringComparison.Ordinal))
                return false;
            asked++;
            http.Response.StatusCode = status;
            if (status == 307)
                http.Response.Headers.Location = "ftp://127.0.0.1/";
            return true;
        });
        _work.DescribeLayers(HostOf(proxy));

        var answer = await _work.RunAsync("--push --output json --metadata-file out.json");

        answer.ExitCode.ShouldBe(exitCode, answer.Out + answer.Error);
        answer.Codes.ShouldHaveSingleItem().ShouldBe(code);
        asked.ShouldBeLessThanOrEqualTo(4, "final answers are not asked for again");
        await NothingIsLeftAsync();
    }

    [Theory]
    [InlineData("POST", 429)]
    [InlineData("POST", 500)]
    [InlineData("PUT", 502)]
    [InlineData("HEAD", 503)]
    public async Task Tries_again_what_may_pass(string method, int status)
    {
        var left = 2;
        await using var proxy = Before((http, _) =>
        {
            if (http.Request.Method != method || Interlocked.Decrement(ref left) < 0)
                return false;
            http.Response.StatusCode = status;
            http.Response.Headers.RetryAfter = "0";
            return true;
        });
        _work.DescribeLayers(HostOf(proxy));

        var answer = await _work.RunAsync("--push --output json");

        answer.ExitCode.ShouldBe(0, answer.Out + answer.Error);
        left.ShouldBeLessThan(0);
        (await TagsAsync()).ShouldBe(["1.0", "edge"], ignoreOrder: true);
    }

    [Fact]
    public async Task Goes_on_where_a_connection_breaks_in_the_middle_of_a_blob()
    {
        var cuts = 2;
        await using var proxy = new FaultProxy($"http://{_registry.Host}")
        {
            Choose = line => line.StartsWith("PUT ", StringComparison.Ordinal) && Interlocked.Decrement(ref cuts) >= 0 ? Fault.CutRequest(600_000) : Fault.None,
        };
        _work.DescribeLayers($"{proxy.Url["http://".Length..]}/acme/web", bytes: 3_000_000);

        var answer = await _work.RunAsync("--push --output json", ("GITOPS_REGISTRY_CHUNK_BYTES", "100000000"));

        answer.ExitCode.ShouldBe(0, answer.Out + answer.Error);
        (await TagsAsync()).ShouldBe(["1.0", "edge"], ignoreOrder: true);
    }

    [Fact]
    public async Task Fails_where_a_tag_then_names_another_digest()
    {
        await using var proxy = Before((http, line) =>
        {
            if (http.Request.Method != "HEAD" || !line.EndsWith("/manifests/edge", StringComparison.Ordinal))
                return false;
            http.Response.Headers["Docker-Content-Digest"] = "sha256:" + new string('a', 64);
            http.Response.ContentType = "application/vnd.oci.image.manifest.v1+json";
            http.Response.ContentLength = 2;
            return true;
        });
        _work.DescribeLayers(HostOf(proxy));

        var answer = await _work.RunAsync("--push --output json --metadata-file out.json");

        answer.ExitCode.ShouldBe(3, answer.Out + answer.Error);
        answer.Codes.ShouldHaveSingleItem().ShouldBe("GOT5106");
        File.Exists(_work.PathOf("out.json")).ShouldBeFalse();
    }

    [Fact]
    public async Task Moves_no_tag_where_the_disk_of_the_registry_is_full()
    {
        using var disk = new SmallFileSystem(kilobytes: 2000);
        await using var full = await DockerRegistryServer.StartAsync(storage: disk.FullPath);
        _work.DescribeLayers($"{full.Host}/acme/web");
        (await _work.RunAsync("--push --output json")).ExitCode.ShouldBe(0);
        var before = await DigestAsync(full.Host);
        _work.DescribeLayers($"{full.Host}/acme/web", bytes: 5_000_000);

        var answer = await _work.RunAsync("--push --output json");

        answer.ExitCode.ShouldBe(3, answer.Out + answer.Error);
        answer.Codes.ShouldHaveSingleItem().ShouldBe("GOT5104");
        (await DigestAsync(full.Host)).ShouldBe(before);
        Directory.EnumerateFileSystemEntries(_work.Scratch).Where(entry => Path.GetFileName(entry).StartsWith("gitops-", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private async Task NothingIsLeftAsync()
    {
        (await TagsAsync()).ShouldBeEmpty();
        File.Exists(_work.PathOf("out.json")).ShouldBeFalse();
        Directory.EnumerateFileSystemEntries(_work.Scratch).Where(entry => Path.GetFileName(entry).StartsWith("gitops-", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private LoopbackServer Before(Func<HttpContext, string, bool> interferes)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        return new LoopbackServer(async context =>
        {
            if (interferes(context, context.Request.Path.Value ?? ""))
                return;
            using var request = new HttpRequestMessage(
                new HttpMethod(context.Request.Method), $"http://{_registry.Host}{context.Request.Path}{context.Request.QueryString}");
            if (context.Request.ContentLength is not null)
                request.Content = new StreamContent(context.Request.Body);
            foreach (var (name, values) in context.Request.Headers.Where(header => header.Key != "Host"))
            {
                if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
                    request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }

            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            context.Response.StatusCode = (int)response.StatusCode;
            foreach (var (name, values) in response.Headers.Concat(response.Content.Headers).Where(header => header.Key != "Transfer-Encoding"))
                context.Response.Headers[name] = values.Select(value => value.Replace($"http://{_registry.Host}", "", StringComparison.Ordinal)).ToArray();
            if (context.Request.Method != "HEAD")
                await response.Content.CopyToAsync(context.Response.Body);
        });
    }

    private static string HostOf(LoopbackServer proxy) => $"{proxy.Url["http://".Length..]}/acme/web";

    private async Task<IReadOnlyList<string?>> TagsAsync()
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync($"http://{_registry.Host}/v2/acme/web/tags/list");
        if (!answer.IsSuccessStatusCode)
            return [];
        using var json = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("tags") is { ValueKind: System.Text.Json.JsonValueKind.Array } tags ? [.. tags.EnumerateArray().Select(tag => tag.GetString())] : [];
    }

    private static async Task<string> DigestAsync(string host)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Head, $"http://{host}/v2/acme/web/manifests/1.0");
        request.Headers.TryAddWithoutValidation("Accept", "application/vnd.oci.image.manifest.v1+json");
        using var answer = await http.SendAsync(request);
        return answer.Headers.GetValues("Docker-Content-Digest").Single();
    }
}
