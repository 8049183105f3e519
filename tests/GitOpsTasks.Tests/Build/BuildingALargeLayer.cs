using GitOpsTasks.Build;
using GitOpsTasks.Build.Layers;
using GitOpsTasks.Parts;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build;

[Collection(nameof(BuildingALargeLayer))]
[CollectionDefinition(nameof(BuildingALargeLayer), DisableParallelization = true)]
public sealed class BuildingALargeLayer : IDisposable
{
    private const int Megabyte = 1 << 20;
    private const int Length = 1024;
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Takes_no_more_memory_for_a_gigabyte()
    {
        await using var server = await DockerRegistryServer.StartAsync();
        WriteLarge("src/model.bin");
        var spec = new ImageSpec("web", $"{server.Host}/acme/web")
        {
            Layers = new LayersSpec { Layers = [new LayerSpec("src", "/srv")] },
            Tags = ["type=raw,value=1"],
        };
        // What compression keeps for all that it will ever do is made by a smaller one.
        _workshop.Write("small/a.bin", new string('a', 20 * Megabyte));
        await Samples.BuildAsync(_workshop.Context, spec with { Layers = new LayersSpec { Layers = [new LayerSpec("small", "/srv")] } }, push: true);
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        using var watching = new CancellationTokenSource();
        var watch = Task.Run(async () =>
        {
            while (!watching.IsCancellationRequested)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
                await Task.Delay(20, CancellationToken.None);
            }
        });

        var image = await Samples.BuildAsync(_workshop.Context, spec, push: true);

        await watching.CancelAsync();
        await watch;
        image.Size!.Value.ShouldBeGreaterThan(Length / 4L * Megabyte);
        ((most - before) / Megabyte).ShouldBeLessThan(96);
    }

    private void WriteLarge(string path)
    {
        var random = new Random(7);
        var noise = new byte[Megabyte];
        Directory.CreateDirectory(Path.GetDirectoryName(_workshop.PathOf(path))!);
        using var file = File.Create(_workshop.PathOf(path));
        for (var i = 0; i < Length; i++)
        {
            random.NextBytes(noise.AsSpan(0, Megabyte / 2));
            file.Write(noise);
        }
    }
}
