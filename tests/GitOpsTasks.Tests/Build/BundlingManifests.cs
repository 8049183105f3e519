using System.Text.Json;
using GitOpsTasks.Build;
using GitOpsTasks.Build.Bundles;
using GitOpsTasks.Chain;
using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build;

/// <summary>As <c>gitops build --artifact</c> does, into a real registry.</summary>
public sealed class BundlingManifests : IAsyncLifetime
{
    private readonly Workshop _workshop = new();
    private DockerRegistryServer _server = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Repository => $"{_server.Host}/acme/manifests";

    public async ValueTask InitializeAsync() => _server = await DockerRegistryServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _workshop.Dispose();
    }

    [Fact]
    public async Task Pushes_what_an_OCIRepository_pulls()
    {
        Write();

        var outcome = await RunAsync("--push", "--tags type=raw,value=main");

        var image = outcome.Result!.Images.ShouldHaveSingleItem();
        (image.Name, image.Pushed, image.Changed, image.Reference).ShouldBe(("manifests", true, true, $"{Repository}:main@{image.Digest}"));
        using var manifest = JsonDocument.Parse(await _workshop.RunAsync("oras", "manifest", "fetch", "--plain-http", $"{Repository}:main"));
        manifest.RootElement.GetProperty("config").GetProperty("mediaType").GetString().ShouldBe(FluxBundle.ConfigType);
        var layer = manifest.RootElement.GetProperty("layers").EnumerateArray().ShouldHaveSingleItem();
        layer.GetProperty("mediaType").GetString().ShouldBe(FluxBundle.ContentType);
        await _workshop.RunAsync("skopeo", "copy", "--src-tls-verify=false", $"docker://{Repository}:main", $"dir:{_workshop.PathOf("got")}");
        (await _workshop.RunAsync("oras", "resolve", "--plain-http", $"{Repository}:main")).ShouldBe(image.Digest);
        var archive = _workshop.PathOf("got/" + layer.GetProperty("digest").GetString()!["sha256:".Length..]);
        (await _workshop.RunAsync("tar", "-tzf", archive)).Split('\n').ShouldBe(["apps/", "apps/web/", "apps/web/deployment.yaml", "apps/web/keep.tmp.yaml", "kustomization.yaml"]);
        (await _workshop.RunAsync("tar", "-xzOf", archive, "kustomization.yaml")).ShouldBe("resources: [apps/web]");
    }

    [Fact]
    public async Task Names_the_commit_that_last_changed_the_folder()
    {
        Write();
        await GitAsync("init", "--initial-branch=main");
        await GitAsync("remote", "add", "origin", "https://robot:not-to-be-shown@git.example.com/acme/gitops.git");
        await GitAsync("add", "deploy");
        await GitAsync("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-m", "one", "--date=2026-01-02T03:04:05Z");
        var commit = await GitAsync("rev-parse", "HEAD");
        var first = (await RunAsync("--push", "--tags type=ref,event=branch")).Result!.Images[0];
        _workshop.Write("elsewhere.txt", "a");
        await GitAsync("add", "elsewhere.txt");
        await GitAsync("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-m", "two");

        var second = (await RunAsync("--push", "--tags type=ref,event=branch")).Result!.Images[0];

        (second.Digest, second.Changed, second.Version).ShouldBe((first.Digest, false, "main"));
        first.Annotations.ShouldContain($"manifest:org.opencontainers.image.revision=main@sha1:{commit}");
        first.Annotations.ShouldContain("manifest:org.opencontainers.image.source=https://git.example.com/acme/gitops");
        var written = await _workshop.RunAsync("oras", "manifest", "fetch", "--plain-http", $"{Repository}:main");
        written.ShouldContain($"\"org.opencontainers.image.revision\":\"main@sha1:{commit}\"");
        written.ShouldContain("\"org.opencontainers.image.created\":\"20");
        written.ShouldNotContain("not-to-be-shown");
    }

    [Fact]
    public async Task Sends_nothing_again_and_pushes_a_change()
    {
        Write();
        var first = (await RunAsync("--push", "--tags type=raw,value=main")).Result!.Images[0];
        var uploads = (await _server.UploadsAsync()).Count;
        File.SetLastWriteTimeUtc(_workshop.PathOf("deploy/kustomization.yaml"), new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        (await RunAsync("--push", "--tags type=raw,value=main")).Result!.Images[0].ShouldSatisfyAllConditions(
            again => again.Digest.ShouldBe(first.Digest), again => again.Changed.ShouldBeFalse());
        (await _server.UploadsAsync()).Count.ShouldBe(uploads);

        _workshop.Write("deploy/kustomization.yaml", "resources: []");
        var changed = (await RunAsync("--push", "--tags type=raw,value=main")).Result!.Images[0];
        (changed.Changed, changed.Digest == first.Digest).ShouldBe((true, false));
    }

    [Theory]
    [InlineData("--artifact nowhere --images a/b", UsageCodes.PathNotFound)]
    [InlineData("--artifact empty --images a/b", BuildCodes.BundleEmpty)]
    [InlineData("--artifact deploy", UsageCodes.InputMissing)]
    [InlineData("--artifact deploy --images a/b --image web", UsageCodes.InputsContradict)]
    [InlineData("--artifact deploy --images a/b --copy-from a/c:1", UsageCodes.InputsContradict)]
    [InlineData("--artifact deploy --images a/b --builder layers", UsageCodes.InputsContradict)]
    [InlineData("--artifact deploy --images a/b --push --tags type=ref,event=tag", BuildCodes.NoTags)]
    public async Task Refuses_what_it_cannot_pack(string line, string code)
    {
        Write();
        _workshop.Write("empty/.git/HEAD", "ref: refs/heads/main");

        var outcome = await BuildLine.RunAsync(_workshop.Context, line);

        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        outcome.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    private void Write()
    {
        _workshop.Write("deploy/kustomization.yaml", "resources: [apps/web]");
        _workshop.Write("deploy/apps/web/deployment.yaml", "kind: Deployment");
        _workshop.Write("deploy/apps/web/notes.tmp", "left out");
        _workshop.Write("deploy/apps/web/keep.tmp.yaml", "kind: ConfigMap");
        _workshop.Write("deploy/apps/web/.sourceignore", "*.tmp\n.sourceignore\n");
        _workshop.Write("deploy/draft/secret.yaml", "left out");
        _workshop.Write("deploy/picture.png", "left out");
        _workshop.Write("deploy/.git/config", "left out");
        _workshop.Write("deploy/.gitignore", "left out");
        _workshop.Write("deploy/.sourceignore", "# comment\n/draft/\n/.sourceignore\n");
        File.CreateSymbolicLink(_workshop.PathOf("deploy/link.yaml"), "/etc/hostname");
    }

    private async Task<TaskOutcome<BuildResult>> RunAsync(params string[] more)
    {
        if (Directory.Exists(_workshop.PathOf(".git")) && Directory.Exists(_workshop.PathOf("deploy/.git")))
            Directory.Delete(_workshop.PathOf("deploy/.git"), recursive: true);
        var outcome = await BuildLine.RunAsync(_workshop.Context, $"--artifact deploy --images {Repository} {string.Join(' ', more)}");
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        return outcome;
    }

    private Task<string> GitAsync(params string[] arguments)
    {
        if (Directory.Exists(_workshop.PathOf("deploy/.git")))
            Directory.Delete(_workshop.PathOf("deploy/.git"), recursive: true);
        return _workshop.RunAsync("git", arguments);
    }
}
