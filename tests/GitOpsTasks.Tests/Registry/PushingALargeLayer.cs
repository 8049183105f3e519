using GitOpsTasks.Parts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Tests.Registry;

/// <summary>A layer of a gigabyte, or with GITOPSTASKS_FULL unset a tenth of it: what is held in memory does not depend on it.</summary>
[Collection(nameof(PushingALargeLayer))]
[CollectionDefinition(nameof(PushingALargeLayer), DisableParallelization = true)]
public sealed class PushingALargeLayer : IDisposable
{
    private const long Megabyte = 1024 * 1024;
    private const long MostInMemory = 24 * Megabyte;
    private static readonly long Size = (Environment.GetEnvironmentVariable("GITOPSTASKS_FULL") == "1" ? 1024 : 100) * Megabyte;
    private readonly Workshop _workshop = new();
    private long _before;
    private long _peak;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Holds_no_more_in_memory_than_of_a_small_one()
    {
        await using var server = await DockerRegistryServer.StartAsync();
        var registry = new RegistryClient(_workshop.Context, $"{server.Host}/acme/web");
        var path = _workshop.PathOf("layer");
        await using (var sparse = File.Create(path))
            sparse.SetLength(Size);
        var layer = await OciBlob.FromFileAsync(OciMediaTypes.LayerGzip, path, Token);
        await registry.PushBlobAsync(TestImages.Blob("small"), Token);

        (_before, _peak) = (GC.GetTotalMemory(forceFullCollection: true), 0);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        (await registry.PushBlobAsync(layer with { Open = () => new WatchedStream(layer.Open(), Measure) }, Token)).ShouldBeTrue();
        await using (var content = new WatchedStream(registry.OpenBlob(layer.Descriptor), Measure))
            await content.CopyToAsync(Stream.Null, Token);

        _peak.ShouldBeGreaterThan(0);
        (_peak - _before).ShouldBeLessThan(MostInMemory);
        (GC.GetTotalAllocatedBytes(precise: true) - allocated).ShouldBeLessThan(Size / 4, "there is little to be collected");
    }

    [Fact]
    public async Task Finds_that_it_is_there()
    {
        await using var server = await DockerRegistryServer.StartAsync();
        var path = _workshop.PathOf("layer");
        await using (var sparse = File.Create(path))
            sparse.SetLength(40 * Megabyte);
        var layer = await OciBlob.FromFileAsync(OciMediaTypes.LayerGzip, path, Token);
        (await new RegistryClient(_workshop.Context, $"{server.Host}/acme/web").PushBlobAsync(layer, Token)).ShouldBeTrue();

        (await new RegistryClient(_workshop.Context, $"{server.Host}/acme/web").PushBlobAsync(layer, Token)).ShouldBeFalse();

        _workshop.Time.Waits.ShouldBeEmpty("nothing had to be tried again");
    }

    private void Measure(long position)
    {
        if (position % (4 * Megabyte) < 128 * 1024)
            _peak = Math.Max(_peak, GC.GetTotalMemory(forceFullCollection: false));
    }
}
