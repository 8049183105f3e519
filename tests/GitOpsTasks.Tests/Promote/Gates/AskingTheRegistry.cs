using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Promote.Gates;
using GitOpsTasks.Registry;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Promote.Gates;

public sealed class AskingTheRegistry : GatedPromotion
{
    private DockerRegistryServer _server = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _server = await DockerRegistryServer.StartAsync();
        await RunImageAsync("dev", "1.5.0");
        await RunImageAsync("staging", "1.4.0");
    }

    public override async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private string Image => $"{_server.Host}/acme/web";

    private RegistryClient Registry => new(Context, Image);

    [Fact]
    public async Task Passes_where_the_image_is_there_for_all_platforms()
    {
        Configure("{ platforms: [linux/amd64, linux/arm64] }");
        await ShouldBeAsync(GateState.Pending, $"{Image}:1.5.0 is not in the registry");
        await SampleImage.PushAsync(Registry, "1.5.0");
        await ShouldBeAsync(GateState.Passed, $"{Image}:1.5.0 in the registry");
    }

    [Fact]
    public async Task Names_the_platform_that_is_not_there()
    {
        Configure("{ platforms: [linux/amd64, linux/arm/v7] }");
        await SampleImage.PushAsync(Registry, "1.5.0");
        await ShouldBeAsync(GateState.Pending, $"{Image}:1.5.0 is not there for linux/arm/v7");
    }

    [Fact]
    public async Task Takes_the_platforms_an_image_is_built_for()
    {
        Configure("{ image-exists: true }", more: $"images: {{ web: {{ repository: \"{Image}\", platforms: [linux/s390x] }} }}");
        await SampleImage.PushAsync(Registry, "1.5.0");
        await ShouldBeAsync(GateState.Pending, $"{Image}:1.5.0 is not there for linux/s390x");
    }

    [Theory]
    [InlineData("linux/arm64", GateState.Passed)]
    [InlineData("linux/amd64", GateState.Pending)]
    public async Task Reads_the_platform_of_an_image_of_one(string wanted, GateState expected)
    {
        Configure($"{{ platforms: [{wanted}] }}");
        var config = OciBlob.FromBytes(OciMediaTypes.Config, Encoding.UTF8.GetBytes("""{"os":"linux","architecture":"arm64","variant":"v8"}"""));
        await new OciArtifact(null, [TestImages.Blob("layer")]) { Config = config }.PushAsync(Registry, ["1.5.0"], SilentProgress.Instance, Token);
        (await GateAsync()).State.ShouldBe(expected);
    }

    [Fact]
    public async Task Looks_for_the_digest_an_image_is_pinned_to()
    {
        Configure("{ image-exists: true }");
        var digest = "sha256:" + new string('a', 64);
        await RunImageAsync("dev", $"1.5.0\n  digest: {digest}");
        await SampleImage.PushAsync(Registry, "1.5.0");
        (await GateAsync()).State.ShouldBe(GateState.Pending);
        await RunImageAsync("dev", $"1.5.0\n  digest: {(await Registry.ResolveAsync("1.5.0", Token))!.Digest}");
        (await GateAsync()).State.ShouldBe(GateState.Passed);
    }

    [Fact]
    public async Task Says_nothing_where_nothing_is_asked()
    {
        Configure("{ image-exists: false }");
        (await PromotionAsync()).Gates.ShouldBeEmpty();
    }

    private Task<string> RunImageAsync(string environment, string version) => Remote.CommitAsync(
        "main", $"apps/web/overlays/{environment}/kustomization.yaml", $"resources: [../../base]\nimages:\n- name: web\n  newName: {Image}\n  newTag: {version}\n");
}
