using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Registry;
using Microsoft.AspNetCore.Http;

namespace GitOpsTasks.Tests.Registry;

public sealed class ListingTags : IAsyncDisposable
{
    private readonly Workshop _workshop = new();
    private readonly ScriptedRegistry _server = new();

    private RegistryClient Client => new(_workshop.Context, _server.Repository);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _workshop.Dispose();
    }

    [Fact]
    public async Task Of_a_real_registry()
    {
        await using var server = await DockerRegistryServer.StartAsync(wantsUser: true);
        _workshop.With("GITOPS_REGISTRY_USERNAME", DockerRegistryServer.User).With("GITOPS_REGISTRY_PASSWORD", DockerRegistryServer.Password);
        var registry = new RegistryClient(_workshop.Context, $"{server.Host}/acme/web");
        (await registry.ListTagsAsync(null, Token)).ShouldBeNull();
        string[] tags = ["1.0", "1.1", "latest", "v2"];
        foreach (var tag in tags)
            await TestImages.PushAsync(registry, TestImages.Blob("hello"), tag);

        (await registry.ListTagsAsync(null, Token)).ShouldBe(tags, ignoreOrder: true);
    }

    [Fact]
    public async Task Of_an_image_layout()
    {
        var layout = new OciLayout(_workshop.PathOf("layout"));
        (await layout.ListTagsAsync(null, Token)).ShouldBeNull();
        foreach (var tag in new[] { "b", "a", "b" })
            await TestImages.PushAsync(layout, TestImages.Blob(tag), tag);
        await layout.PushManifestAsync(TestImages.Manifest(TestImages.Blob("untagged")), TestImages.Manifest(TestImages.Blob("untagged")).Descriptor.Digest, Token);

        (await layout.ListTagsAsync(null, Token)).ShouldBe(["a", "b"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("/v2/acme/web/tags/list?n=1000&last={0}", "<{0}>; rel=\"next\"")]
    [InlineData("/v2/acme/web/tags/list?last={0}&n=1000", "</first>; rel=first, <{0}>; foo=bar; rel=next")]
    [InlineData("list?last={0}", "<{0}>;rel=\"prev next\"")]
    public async Task Goes_from_page_to_page(string address, string link)
    {
        ServePages(10_500, 1000, last => string.Format(link, string.Format(address, last)));
        var counts = new List<int>();

        var tags = (await Client.ListTagsAsync(counts.Add, Token)).ShouldNotBeNull();

        tags.Count.ShouldBe(10_500);
        tags.Distinct().Count().ShouldBe(10_500);
        counts.Count.ShouldBe(11);
        counts[^1].ShouldBe(10_500);
    }

    [Fact]
    public async Task Asks_in_smaller_pages_where_the_registry_refuses_large_ones()
    {
        ServePages(250, 100, last => $"</v2/acme/web/tags/list?last={last}>; rel=\"next\"", refusesSize: true);
        (await Client.ListTagsAsync(null, Token)).ShouldNotBeNull().Count.ShouldBe(250);
    }

    [Fact]
    public async Task Goes_on_after_a_page_that_failed()
    {
        ServePages(250, 100, last => $"</v2/acme/web/tags/list?last={last}>; rel=\"next\"");
        var pages = _server.Interfere;
        var requests = 0;
        _server.Interfere = http =>
        {
            if (++requests is not (2 or 3))
                return pages(http);
            http.Response.StatusCode = 503;
            return true;
        };

        (await Client.ListTagsAsync(null, Token)).ShouldNotBeNull().Count.ShouldBe(250);
        _server.Requests.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Sends_no_credentials_to_another_origin_that_has_the_next_page()
    {
        await using var other = new ScriptedRegistry();
        other.Interfere = http => Answer(http, """{"tags":["c"]}""");
        _workshop.With("GITOPS_REGISTRY_USERNAME", "robot").With("GITOPS_REGISTRY_PASSWORD", "hunter2-secret");
        _server.Interfere = http =>
        {
            if (http.Request.Headers.Authorization.Count == 0)
            {
                http.Response.StatusCode = 401;
                http.Response.Headers.WWWAuthenticate = "Basic realm=\"tests\"";
                return true;
            }

            http.Response.Headers.Link = $"<{other.Url}/v2/acme/web/tags/list?last=b>; rel=\"next\"";
            return Answer(http, """{"tags":["a","b"]}""");
        };

        (await Client.ListTagsAsync(null, Token)).ShouldBe(["a", "b", "c"], ignoreOrder: true);

        _server.Requests.Last().Authorization.ShouldNotBeNull();
        other.Requests.ShouldHaveSingleItem().Authorization.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"name":"acme/web","tags":null}""", "")]
    [InlineData("""{"tags":[]}""", "")]
    [InlineData("""{"tags":["a","a","b"]}""", "a b")]
    [InlineData("""{"tags":["a","../x","-b","c d",""]}""", "a")]
    public async Task Takes_what_are_tags(string answer, string expected)
    {
        _server.Interfere = http => Answer(http, answer);
        (await Client.ListTagsAsync(null, Token)).ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"tags":"a"}""")]
    [InlineData("""{"tags":[1]}""")]
    public async Task Says_that_an_answer_is_no_list(string answer)
    {
        _server.Interfere = http => Answer(http, answer);
        var failure = await Should.ThrowAsync<TaskFailedException>(() => Client.ListTagsAsync(null, Token));
        (failure.ExitCode, failure.Diagnostics[0].Code).ShouldBe((ExitCode.External, RegistryCodes.UnexpectedAnswer));
    }

    [Fact]
    public async Task Ends_where_pages_go_round_in_a_circle()
    {
        _server.Interfere = http =>
        {
            http.Response.Headers.Link = "</v2/acme/web/tags/list?last=a>; rel=\"next\"";
            return Answer(http, """{"tags":["a"]}""");
        };

        var failure = await Should.ThrowAsync<TaskFailedException>(() => Client.ListTagsAsync(null, Token));

        failure.Diagnostics[0].Code.ShouldBe(RegistryCodes.UnexpectedAnswer);
        _server.Requests.Count.ShouldBe(2);
    }

    private void ServePages(int count, int size, Func<string, string> link, bool refusesSize = false)
    {
        var all = Enumerable.Range(0, count).Select(number => $"t{number:00000}").ToList();
        _server.Interfere = http =>
        {
            if (refusesSize && http.Request.Query.ContainsKey("n"))
            {
                http.Response.StatusCode = 400;
                return true;
            }

            var last = http.Request.Query["last"].ToString();
            var page = all.SkipWhile(tag => string.CompareOrdinal(tag, last) <= 0 && last.Length > 0).Take(size).ToList();
            if (page[^1] != all[^1])
                http.Response.Headers.Link = link(page[^1]);
            return Answer(http, $$"""{"name":"acme/web","tags":[{{string.Join(',', page.Select(tag => $"\"{tag}\""))}}]}""");
        };
    }

    private static bool Answer(HttpContext http, string json)
    {
        http.Response.ContentType = "application/json";
        http.Response.WriteAsync(json).GetAwaiter().GetResult();
        return true;
    }
}
