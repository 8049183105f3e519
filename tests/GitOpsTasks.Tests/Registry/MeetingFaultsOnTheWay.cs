using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Tests.Registry;

/// <summary>A real registry behind a proxy that lets connections go wrong; each request has a connection of its own.</summary>
public sealed class MeetingFaultsOnTheWay : IAsyncLifetime
{
    private const int Size = 3_000_000;
    private static readonly byte[] Content = [.. Enumerable.Range(0, Size).Select(i => (byte)(i * 31 >> 7))];
    private readonly Workshop _workshop = new();
    private readonly OciBlob _blob = OciBlob.FromBytes("application/octet-stream", Content);
    private DockerRegistryServer _server = null!;
    private FaultProxy _proxy = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private RegistryClient Client => new(
        _workshop.Context with
        {
            HttpHandler = () => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.Zero },
        },
        $"{_proxy.Url["http://".Length..]}/acme/web");

    private RegistryClient Direct => new(_workshop.Context, $"{_server.Host}/acme/web");

    public async ValueTask InitializeAsync()
    {
        _server = await DockerRegistryServer.StartAsync();
        _proxy = new FaultProxy($"http://{_server.Host}");
    }

    public async ValueTask DisposeAsync()
    {
        await _proxy.DisposeAsync();
        await _server.DisposeAsync();
        _workshop.Dispose();
    }

    [Theory]
    [InlineData("HEAD", 429)]
    [InlineData("HEAD", 502)]
    [InlineData("POST", 500)]
    [InlineData("PUT", 502)]
    [InlineData("PUT", 503)]
    public async Task Passes_over_an_answer_that_may_pass(string method, int status)
    {
        FailOnce(method, Fault.Answer(status));

        (await TestImages.PushAsync(Client, _blob, "1")).ShouldBeTrue();

        (await Direct.ResolveAsync("1", Token)).ShouldNotBeNull();
        _workshop.Time.Waits.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("POST", 401, ExitCode.Refused)]
    [InlineData("PUT", 403, ExitCode.Refused)]
    [InlineData("POST", 404, ExitCode.External)]
    [InlineData("PUT", 413, ExitCode.External)]
    [InlineData("HEAD", 500, ExitCode.External)]
    public async Task Ends_with_one_clear_message_and_no_tag_where_an_answer_stays(string method, int status, ExitCode expected)
    {
        _proxy.Choose = line => line.StartsWith(method, StringComparison.Ordinal) ? Fault.Answer(status) : Fault.None;

        var failure = await Should.ThrowAsync<TaskFailedException>(() => TestImages.PushAsync(Client, _blob, "1"));

        failure.ExitCode.ShouldBe(expected);
        failure.Diagnostics.ShouldHaveSingleItem().Message.ShouldContain($"{status}");
        (await Direct.ResolveAsync("1", Token)).ShouldBeNull();
    }

    [Theory]
    [InlineData(200)]
    [InlineData(1_000_000)]
    [InlineData(Size - 1)]
    public async Task Pushes_a_blob_whose_connection_broke_in_the_middle(int after)
    {
        FailOnce("PUT", Fault.CutRequest(after));

        (await TestImages.PushAsync(Client, _blob, "1")).ShouldBeTrue();

        (await Direct.HasBlobAsync(_blob.Descriptor, Token)).ShouldBeTrue();
    }

    [Fact]
    public async Task Finds_a_blob_stored_whose_answer_was_lost()
    {
        FailOnce("PUT", Fault.CutAnswer(0));

        (await Client.PushBlobAsync(_blob, Token)).ShouldBeTrue();

        (await Direct.HasBlobAsync(_blob.Descriptor, Token)).ShouldBeTrue();
    }

    [Fact]
    public async Task Reads_the_rest_of_a_blob_whose_connection_broke()
    {
        await Direct.PushBlobAsync(_blob, Token);
        var cuts = 3;
        _proxy.Choose = line => line.StartsWith("GET", StringComparison.Ordinal) && cuts-- > 0 ? Fault.CutAnswer(1_000_000) : Fault.None;

        await using var content = Client.OpenBlob(_blob.Descriptor);
        (await OciDigest.OfAsync(content, Token)).ShouldBe(_blob.Descriptor.Digest);

        cuts.ShouldBeLessThan(1);
    }

    [Fact]
    public async Task Sees_that_a_blob_is_not_of_its_digest()
    {
        await using var liar = new LoopbackServer(http => http.Response.Body.WriteAsync(new byte[Size]).AsTask());
        var registry = new RegistryClient(_workshop.Context, $"{liar.Url["http://".Length..]}/acme/web");

        await using var content = registry.OpenBlob(_blob.Descriptor);
        var failure = await Should.ThrowAsync<TaskFailedException>(() => content.CopyToAsync(Stream.Null, Token));

        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(RegistryCodes.ContentDigestWrong);
    }

    [Fact]
    public async Task Tells_of_a_blob_that_is_not_there()
    {
        await using var content = Client.OpenBlob(_blob.Descriptor);

        (await Should.ThrowAsync<TaskFailedException>(() => content.CopyToAsync(Stream.Null, Token)))
            .Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(RegistryCodes.ContentMissing);
    }

    [Fact]
    public async Task Tells_of_a_registry_whose_disk_is_full_and_leaves_no_tag()
    {
        using var disk = new SmallFileSystem(1000);
        await using var full = await DockerRegistryServer.StartAsync(storage: disk.FullPath);
        var registry = new RegistryClient(_workshop.Context, $"{full.Host}/acme/web");

        var failure = await Should.ThrowAsync<TaskFailedException>(() => TestImages.PushAsync(registry, _blob, "1"));

        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(RegistryCodes.Unavailable);
        failure.Message.ShouldContain("500");
        (await registry.ResolveAsync("1", Token)).ShouldBeNull();
    }

    private void FailOnce(string method, Fault fault)
    {
        var left = 1;
        _proxy.Choose = line =>
            line.StartsWith(method, StringComparison.Ordinal) && Interlocked.Decrement(ref left) == 0 ? fault : Fault.None;
    }
}
