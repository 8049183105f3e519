using System.Web;
using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Tests.Registry;

public sealed class PushingThroughATokenServer : IAsyncDisposable
{
    private readonly Workshop _workshop = new();
    private readonly RegistryTokenServer _tokens = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _tokens.DisposeAsync();
        _workshop.Dispose();
    }

    [Fact]
    public async Task Pushes_with_two_tokens()
    {
        await using var server = await StartAsync();
        var registry = Client(server, "acme/web");

        (await TestImages.PushAsync(registry, TestImages.Blob("hello"), "1.0")).ShouldBeTrue();
        (await registry.ResolveAsync("1.0", Token)).ShouldNotBeNull();

        // One to look, one to store: the second is kept for all that follows.
        Scopes().ShouldBe(["repository:acme/web:pull", "repository:acme/web:pull,push"]);
    }

    [Fact]
    public async Task Asks_once_more_where_a_token_is_over()
    {
        await using var server = await StartAsync();
        _tokens.Lifetime = TimeSpan.FromHours(-1);
        _tokens.OnQuestion = tokens => tokens.Lifetime = TimeSpan.FromHours(tokens.Questions.Count > 1 ? 1 : -1);
        var registry = Client(server, "acme/web");

        // A token that is over already when it is given out is not asked for again and again.
        await Should.ThrowAsync<TaskFailedException>(() => registry.ResolveAsync("1.0", Token));
        _tokens.Questions.Count.ShouldBe(1);

        (await registry.ResolveAsync("1.0", Token)).ShouldBeNull();
        (await registry.ResolveAsync("1.1", Token)).ShouldBeNull();
        _tokens.Questions.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Shares_one_token_among_parallel_uploads()
    {
        await using var server = await StartAsync();
        var registry = Client(server, "acme/web");
        var blobs = Enumerable.Range(0, 20).Select(i => TestImages.Blob($"blob {i}")).ToList();

        (await new BlobTransfer(registry, SilentProgress.Instance) { AtOnce = 8 }.RunAsync(blobs, Token)).ShouldBe(20);

        _tokens.Questions.Count.ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public async Task Takes_a_blob_over_from_another_repository()
    {
        await using var server = await StartAsync();
        var blob = TestImages.Blob("shared");
        await Client(server, "acme/base").PushBlobAsync(blob, Token);
        var uploads = (await server.UploadsAsync()).Count;

        var mounted = blob with { MountFrom = $"{server.Host}/acme/base", Open = () => throw new InvalidOperationException("It is not to be sent.") };
        (await Client(server, "acme/web").PushBlobAsync(mounted, Token)).ShouldBeTrue();

        (await server.UploadsAsync()).Count.ShouldBe(uploads);
        (await Client(server, "acme/web").HasBlobAsync(blob.Descriptor, Token)).ShouldBeTrue();
        Scopes().ShouldContain("repository:acme/base:pull repository:acme/web:pull,push");
    }

    [Fact]
    public async Task Sends_a_blob_that_the_other_repository_does_not_have()
    {
        await using var server = await StartAsync();
        var blob = TestImages.Blob("alone") with { MountFrom = $"{server.Host}/acme/base" };

        (await Client(server, "acme/web").PushBlobAsync(blob, Token)).ShouldBeTrue();

        (await server.UploadsAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Sends_a_blob_where_no_token_is_given_out_for_both_repositories()
    {
        await using var server = await StartAsync();
        await Client(server, "acme/base").PushBlobAsync(TestImages.Blob("shared"), Token);
        _tokens.RefusesSeveral = true;

        var failure = await Record.ExceptionAsync(() => Client(server, "acme/web").PushBlobAsync(
            TestImages.Blob("shared") with { MountFrom = $"{server.Host}/acme/base" }, Token));

        failure.ShouldBeNull();
        (await Client(server, "acme/web").HasBlobAsync(TestImages.Blob("shared").Descriptor, Token)).ShouldBeTrue();
    }

    [Fact]
    public async Task Reads_without_credentials_and_is_refused_to_push()
    {
        await using var server = await StartAsync();
        await TestImages.PushAsync(Client(server, "acme/web"), TestImages.Blob("hello"), "1.0");
        using var stranger = new Workshop();
        var registry = new RegistryClient(stranger.Context, $"{server.Host}/acme/web");

        (await registry.ResolveAsync("1.0", Token)).ShouldNotBeNull();
        var failure = await Should.ThrowAsync<TaskFailedException>(() => registry.PushBlobAsync(TestImages.Blob("new"), Token));

        failure.ExitCode.ShouldBe(ExitCode.Refused);
        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(RegistryCodes.Unauthorized);
    }

    private async Task<DockerRegistryServer> StartAsync()
    {
        _workshop.With("GITOPS_REGISTRY_USERNAME", DockerRegistryServer.User)
            .With("GITOPS_REGISTRY_PASSWORD", DockerRegistryServer.Password);
        return await DockerRegistryServer.StartAsync(tokens: _tokens);
    }

    private RegistryClient Client(DockerRegistryServer server, string name) => new(_workshop.Context, $"{server.Host}/{name}");

    private IEnumerable<string> Scopes() => _tokens.Questions.Select(
        query => string.Join(' ', HttpUtility.ParseQueryString(query).GetValues("scope") ?? []));
}
