using GitOpsTasks.Build;
using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build;

/// <summary>What layers have compressed is kept, so that they need not be compressed again.</summary>
public sealed class KnowingLayers : IDisposable
{
    private const string Repository = "registry.example.com/acme/web";
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Writes_those_that_a_registry_lacks()
    {
        await using var server = await DockerRegistryServer.StartAsync();
        var before = await Samples.BuildAsync(_workshop.Context, Samples.Layers(_workshop, Repository));
        Known().Length.ShouldBe(2);

        var spec = Samples.Layers(_workshop, $"{server.Host}/acme/web");
        var image = await Samples.BuildAsync(_workshop.Context, spec, push: true);

        image.Digest.ShouldBe(before.Digest);
        (await server.UploadsAsync()).Count.ShouldBe(3);
        await _workshop.RunAsync("skopeo", "copy", "--src-tls-verify=false", $"docker://{spec.Repository}:1.2.3", $"dir:{_workshop.PathOf("copy")}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("sha256:12 34")]
    public async Task Does_without_what_cannot_be_read(string text)
    {
        var before = await Samples.BuildAsync(_workshop.Context, Samples.Layers(_workshop, Repository));
        foreach (var file in Known())
            await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);

        (await Samples.BuildAsync(_workshop.Context, Samples.Layers(_workshop, Repository))).Digest.ShouldBe(before.Digest);
    }

    [Fact]
    public async Task Does_not_push_what_is_of_another_digest_and_mends_what_it_knows()
    {
        var before = await Samples.BuildAsync(_workshop.Context, Samples.Layers(_workshop, Repository));
        foreach (var file in Known())
            await File.WriteAllTextAsync(file, $"sha256:{new string('0', 64)} 7", TestContext.Current.CancellationToken);

        var failure = await Should.ThrowAsync<TaskFailedException>(
            () => Samples.BuildAsync(_workshop.Context, Samples.Layers(_workshop, Repository), artifact: "out"));

        failure.Diagnostics[0].Code.ShouldBe(BuildCodes.FileUnreadable);
        foreach (var file in Known().Where(file => File.ReadAllText(file).Contains("000000000000", StringComparison.Ordinal)))
            File.Delete(file);
        (await Samples.BuildAsync(_workshop.Context, Samples.Layers(_workshop, Repository), artifact: "out")).Digest.ShouldBe(before.Digest);
    }

    [Fact]
    public async Task Does_without_a_cache_that_cannot_be_written_to()
    {
        _workshop.Write("home/.cache", "a file");
        (await Samples.BuildAsync(_workshop.Context, Samples.Layers(_workshop, Repository))).Digest.ShouldNotBeNull();
    }

    private string[] Known() => Directory.GetFiles(_workshop.PathOf("home/.cache/gitops-tasks/layers"), "*", SearchOption.AllDirectories);
}
