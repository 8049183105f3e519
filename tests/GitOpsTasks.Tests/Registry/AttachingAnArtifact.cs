using System.Text.Json;
using GitOpsTasks.Build.Bundles;
using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Tests.Registry;

public sealed class AttachingAnArtifact : IDisposable
{
    private readonly Workshop _workshop = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Is_found_by_oras_where_the_registry_has_no_referrers()
    {
        await using var server = await DockerRegistryServer.StartAsync();
        var registry = new RegistryClient(_workshop.Context, $"{server.Host}/acme/web");
        await TestImages.PushAsync(registry, TestImages.Blob("hello"), "1.0");
        var sbom = await OciArtifact.FromFileAsync("application/spdx+json", _workshop.Write("web.spdx.json", "{}"), Token);
        var attached = await sbom.AttachAsync(registry, "1.0", SilentProgress.Instance, Token);

        var found = await _workshop.RunAsync("oras", "discover", "--plain-http", "-o", "json", $"{server.Host}/acme/web:1.0");
        using var json = JsonDocument.Parse(found);
        var entry = json.RootElement.GetProperty("manifests").EnumerateArray().ShouldHaveSingleItem();
        entry.GetProperty("digest").GetString().ShouldBe(attached.Digest);
        entry.GetProperty("artifactType").GetString().ShouldBe("application/spdx+json");
        await _workshop.RunAsync("oras", "pull", "--plain-http", "-o", _workshop.PathOf("got"), $"{server.Host}/acme/web@{attached.Digest}");
        File.ReadAllText(_workshop.PathOf("got/web.spdx.json")).ShouldBe("{}");
    }

    [Fact]
    public async Task Keeps_all_that_are_attached_one_after_another_and_adds_none_twice()
    {
        await using var server = await DockerRegistryServer.StartAsync();
        var registry = new RegistryClient(_workshop.Context, $"{server.Host}/acme/web");
        await TestImages.PushAsync(registry, TestImages.Blob("hello"), "1.0");
        foreach (var text in new[] { "one", "two", "two", "three" })
            await AttachAsync(registry, text);

        var digest = (await registry.ResolveAsync("1.0", Token))!.Digest;
        (await registry.ListReferrersAsync(digest, Token)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Finds_that_its_entry_was_lost_and_adds_it_again()
    {
        await using var server = await DockerRegistryServer.StartAsync();
        var registry = new RegistryClient(_workshop.Context, $"{server.Host}/acme/web");
        await TestImages.PushAsync(registry, TestImages.Blob("hello"), "1.0");
        var digest = (await registry.ResolveAsync("1.0", Token))!.Digest;
        await AttachAsync(registry, "one");
        var old = (await registry.GetManifestAsync(digest.Replace(':', '-'), Token))!;
        await AttachAsync(registry, "two");

        // What a client does that read the list before the second was in it.
        await registry.PushManifestAsync(old, digest.Replace(':', '-'), Token);
        (await registry.ListReferrersAsync(digest, Token)).Count.ShouldBe(1);
        await AttachAsync(registry, "two");

        (await registry.ListReferrersAsync(digest, Token)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Leaves_the_list_to_a_registry_that_keeps_one()
    {
        await using var server = new ScriptedRegistry();
        var pages = 0;
        server.Interfere = http =>
        {
            if (http.Request.Method == "PUT")
                http.Response.Headers["OCI-Subject"] = "sha256:" + new string('0', 64);
            if (!http.Request.Path.Value!.Contains("/referrers/", StringComparison.Ordinal))
                return false;
            http.Response.ContentType = OciMediaTypes.Index;
            if (pages++ == 0)
                http.Response.Headers.Link = "<?page=2>; rel=\"next\"";
            var content = System.Text.Encoding.UTF8.GetBytes(
                $$"""{"manifests":[{"mediaType":"m","digest":"sha256:{{new string((char)('0' + pages), 64)}}","size":1,"artifactType":"t"}]}""");
            http.Response.Body.WriteAsync(content).AsTask().GetAwaiter().GetResult();
            return true;
        };
        var registry = new RegistryClient(_workshop.Context, server.Repository);
        await TestImages.PushAsync(registry, TestImages.Blob("hello"), "1.0");
        await new OciArtifact("application/test", [TestImages.Blob("a")]).AttachAsync(registry, "1.0", SilentProgress.Instance, Token);

        server.Requests.ShouldNotContain(request => request.Path.Contains("manifests/sha256-", StringComparison.Ordinal));
        var digest = (await registry.ResolveAsync("1.0", Token))!.Digest;
        (await registry.ListReferrersAsync(digest, Token)).Select(entry => entry.Digest[^1]).ShouldBe(['1', '2']);
    }

    [Fact]
    public async Task Tells_that_there_is_nothing_to_attach_to()
    {
        var layout = new OciLayout(_workshop.PathOf("layout"));
        var artifact = new OciArtifact("application/test", [TestImages.Blob("a")]);

        (await Should.ThrowAsync<TaskFailedException>(() => artifact.AttachAsync(layout, "1.0", SilentProgress.Instance, Token)))
            .Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(RegistryCodes.ContentMissing);
    }

    [Fact]
    public async Task Packs_a_folder_as_flux_does()
    {
        await using var server = await DockerRegistryServer.StartAsync();
        var registry = new RegistryClient(_workshop.Context, $"{server.Host}/acme/manifests");
        _workshop.Write("deploy/web/kustomization.yaml", "resources: []\n");
        var bundle = await PackAsync("one");
        var again = await PackAsync("two");
        again.ToManifest().Descriptor.ShouldBe(bundle.ToManifest().Descriptor);

        await bundle.PushAsync(registry, ["main"], SilentProgress.Instance, Token);

        using var manifest = JsonDocument.Parse(await _workshop.RunAsync("oras", "manifest", "fetch", "--plain-http", $"{server.Host}/acme/manifests:main"));
        manifest.RootElement.GetProperty("config").GetProperty("mediaType").GetString().ShouldBe("application/vnd.cncf.flux.config.v1+json");
        manifest.RootElement.GetProperty("annotations").GetProperty("org.opencontainers.image.revision").GetString().ShouldBe("main@sha1:abc");
        var layer = manifest.RootElement.GetProperty("layers")[0].GetProperty("digest").GetString();
        await _workshop.RunAsync("oras", "blob", "fetch", "--plain-http", "-o", _workshop.PathOf("got.tar.gz"), $"{server.Host}/acme/manifests@{layer}");
        (await _workshop.RunAsync("tar", "-xzOf", _workshop.PathOf("got.tar.gz"), "web/kustomization.yaml")).ShouldBe("resources: []");
    }

    private static Task<OciDescriptor> AttachAsync(IRegistry registry, string text) =>
        new OciArtifact("application/test", [TestImages.Blob(text)]).AttachAsync(registry, "1.0", SilentProgress.Instance, Token);

    private Task<OciArtifact> PackAsync(string name) => FluxBundle.PackAsync(
        _workshop.PathOf("deploy"), _workshop.PathOf($"{name}.tar.gz"), new BundleOrigin(null, "https://example.com/acme/gitops", "main@sha1:abc"), Token);
}
