using GitOpsTasks.Parts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Tests.Registry;

public sealed class OutlastingAToken : IAsyncDisposable
{
    // The registry still takes a token for a minute after its end.
    private static readonly TimeSpan s_threeSeconds = TimeSpan.FromSeconds(3 - 60);

    private const int Piece = 64 * 1024;

    private readonly Workshop _workshop = new();
    private readonly RegistryTokenServer _tokens = new() { Lifetime = s_threeSeconds };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _tokens.DisposeAsync();
        _workshop.Dispose();
    }

    [Fact]
    public async Task Goes_on_with_an_upload_whose_token_ends_in_the_middle()
    {
        _workshop.With("GITOPS_REGISTRY_USERNAME", DockerRegistryServer.User)
            .With("GITOPS_REGISTRY_PASSWORD", DockerRegistryServer.Password)
            .With("GITOPS_REGISTRY_CHUNK_BYTES", $"{Piece}");
        await using var server = await DockerRegistryServer.StartAsync(tokens: _tokens);
        var registry = new RegistryClient(_workshop.Context, $"{server.Host}/acme/web");
        var content = new byte[6 * Piece];
        new Random(1).NextBytes(content);
        var blob = OciBlob.FromBytes(OciMediaTypes.LayerGzip, content);
        var opened = 0;

        var sent = await registry.PushBlobAsync(blob with { Open = SlowlyOpened }, Token);

        sent.ShouldBeTrue();
        (await registry.HasBlobAsync(blob.Descriptor, Token)).ShouldBeTrue();
        _tokens.Questions.Count.ShouldBeGreaterThan(2, "the first for looking, the second for pushing, the others because time was up");
        (await server.LogAsync()).Count(line => line.Contains("\"POST /v2/acme/web/blobs/uploads/", StringComparison.Ordinal) && line.Contains(" 202 ", StringComparison.Ordinal))
            .ShouldBe(1, "no upload was begun anew");

        Stream SlowlyOpened()
        {
            if (opened++ > 0)
                Thread.Sleep(TimeSpan.FromSeconds(1));
            return blob.Open();
        }
    }
}
