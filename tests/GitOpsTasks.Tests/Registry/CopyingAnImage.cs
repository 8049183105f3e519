using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Tests.Registry;

public sealed class CopyingAnImage : IDisposable
{
    private readonly Workshop _workshop = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Brings_all_of_it_to_another_registry_under_the_same_digest()
    {
        await using var first = await DockerRegistryServer.StartAsync();
        await using var second = await DockerRegistryServer.StartAsync(wantsUser: true);
        _workshop.With("GITOPS_REGISTRY", second.Host)
            .With("GITOPS_REGISTRY_USERNAME", DockerRegistryServer.User).With("GITOPS_REGISTRY_PASSWORD", DockerRegistryServer.Password);
        var from = Client(first, "acme/web");
        var to = Client(second, "prod/web");
        var image = await SampleImage.PushAsync(from, "1.0");

        (await CopyAsync(from, to, "1.0", "1.0", "stable")).ShouldBe(image);

        await SampleImage.ShouldBeInAsync(to, image, "stable");
        (await to.ListTagsAsync(null, Token))!.ShouldBe(
            ["1.0", "stable", image.Digest.Replace(':', '-'), SampleImage.SignatureTag(image)], ignoreOrder: true);
        var shown = await _workshop.RunAsync(
            "skopeo", "inspect", "--raw", "--tls-verify=false", $"--creds={DockerRegistryServer.User}:{DockerRegistryServer.Password}",
            $"docker://{second.Host}/prod/web:stable");
        shown.ShouldContain("arm64");
    }

    [Fact]
    public async Task Sends_no_blob_the_second_time()
    {
        await using var first = await DockerRegistryServer.StartAsync();
        await using var second = await DockerRegistryServer.StartAsync();
        await SampleImage.PushAsync(Client(first, "acme/web"), "1.0");
        await CopyAsync(Client(first, "acme/web"), Client(second, "acme/web"), "1.0", "1.0");
        var uploads = (await second.UploadsAsync()).Count;
        uploads.ShouldBeGreaterThan(5);

        await CopyAsync(Client(first, "acme/web"), Client(second, "acme/web"), "1.0", "1.0", "again");

        (await second.UploadsAsync()).Count.ShouldBe(uploads);
    }

    [Fact]
    public async Task Takes_blobs_over_within_a_registry()
    {
        await using var server = await DockerRegistryServer.StartAsync();
        var image = await SampleImage.PushAsync(Client(server, "acme/web"), "1.0");
        var uploads = (await server.UploadsAsync()).Count;

        await CopyAsync(Client(server, "acme/web"), Client(server, "prod/web"), image.Digest, "1.0");

        (await server.UploadsAsync()).Count.ShouldBe(uploads);
        await SampleImage.ShouldBeInAsync(Client(server, "prod/web"), image, "1.0");
    }

    [Fact]
    public async Task Goes_through_a_folder_and_an_archive()
    {
        await using var server = await DockerRegistryServer.StartAsync();
        var layout = new OciLayout(_workshop.PathOf("layout"));
        var image = await SampleImage.PushAsync(layout, "1.0");
        using (var archive = await OciArchive.OpenAsync(_workshop.Context, "images.tar", Token))
        {
            await CopyAsync(layout, archive.Images, "1.0", "1.0");
            await archive.SaveAsync(Token);
        }

        using var saved = await OciArchive.OpenAsync(_workshop.Context, "images.tar", Token);
        await SampleImage.ShouldBeInAsync(saved.Images, image, "1.0");
        var registry = Client(server, "acme/web");
        await CopyAsync(saved.Images, registry, "1.0", "1.0");

        await SampleImage.ShouldBeInAsync(registry, image, "1.0");
    }

    [Fact]
    public async Task Tells_that_there_is_no_such_image()
    {
        var layout = new OciLayout(_workshop.PathOf("layout"));

        var failure = await Should.ThrowAsync<TaskFailedException>(() => CopyAsync(layout, new OciLayout(_workshop.PathOf("to")), "1.0", "1.0"));

        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(RegistryCodes.ContentMissing);
        Directory.Exists(_workshop.PathOf("to")).ShouldBeFalse();
    }

    [Fact]
    public async Task Leaves_no_tag_where_a_layer_is_damaged()
    {
        var layout = new OciLayout(_workshop.PathOf("layout"));
        await SampleImage.PushAsync(layout, "1.0");
        var digest = TestImages.Blob("a layer of arm64").Descriptor.Digest;
        File.WriteAllText(_workshop.PathOf($"layout/blobs/sha256/{digest[7..]}"), "a layer of arm65");
        var to = new OciLayout(_workshop.PathOf("to"));

        var failure = await Should.ThrowAsync<TaskFailedException>(() => CopyAsync(layout, to, "1.0", "1.0"));

        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(RegistryCodes.ContentDigestWrong);
        (await to.ResolveAsync("1.0", Token)).ShouldBeNull();
    }

    private RegistryClient Client(DockerRegistryServer server, string name) => new(_workshop.Context, $"{server.Host}/{name}");

    private static Task<OciDescriptor> CopyAsync(IRegistry from, IRegistry to, string reference, params string[] tags) =>
        new ImageCopy(from, to, SilentProgress.Instance).CopyAsync(reference, tags, Token);
}
