using System.Text.Json;
using GitOpsTasks.Build;
using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Registry;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build;

public sealed class BuildingFromLayers : IDisposable
{
    private const string Repository = "registry.example.com/acme/web";

    // Changes with what is written into images, and with nothing else: not with the compression of the runtime.
    private const string SampleId = "sha256:c43e4827d9e10080203de36b1a2a1995e3e7e02697f551383280d58f5f58dce6";

    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Gives_the_same_image_id_on_every_machine()
    {
        var image = await Samples.BuildAsync(_workshop.Context, Samples.Layers(_workshop, Repository));
        image.ImageId.ShouldBe(SampleId);
    }

    [Fact]
    public async Task Gives_the_same_digest_from_another_folder_with_other_times_and_permissions()
    {
        var first = await Samples.BuildAsync(_workshop.Context, Samples.Layers(_workshop, Repository));
        using var other = new Workshop();
        var spec = Samples.Layers(other, Repository, "else/where");
        foreach (var file in Directory.GetFiles(other.PathOf("else"), "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        await other.RunAsync("chmod", "600", "else/where/app/data/a.txt");
        await other.RunAsync("chmod", "700", "else/where/app/data");

        (await Samples.BuildAsync(other.Context, spec)).Digest.ShouldBe(first.Digest);
    }

    [Fact]
    public async Task Gives_another_digest_for_other_content()
    {
        var first = await Samples.BuildAsync(_workshop.Context, Samples.Layers(_workshop, Repository));
        var spec = Samples.Layers(_workshop, Repository);
        _workshop.Write("src/app/data/a.txt", "A");

        (await Samples.BuildAsync(_workshop.Context, spec)).Digest.ShouldNotBe(first.Digest);
    }

    [Fact]
    public async Task Reports_an_image_that_goes_nowhere()
    {
        var image = await Samples.BuildAsync(_workshop.Context, Samples.Layers(_workshop, Repository));

        (image.Pushed, image.Changed, image.Artifact).ShouldBe((false, false, null));
        image.MediaType.ShouldBe(OciMediaTypes.Manifest);
        image.Platforms.ShouldBe(["linux/amd64"]);
        image.ImageId.ShouldNotBe(image.Digest);
        Directory.GetFileSystemEntries(_workshop.PathOf("scratch")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_read_from_a_layout_by_skopeo_and_oras()
    {
        var image = await Samples.BuildAsync(_workshop.Context, Samples.Layers(_workshop, Repository), artifact: "out");
        image.Changed.ShouldBeTrue();
        image.Artifact.ShouldBe(_workshop.PathOf("out/web"));

        (await _workshop.RunAsync("skopeo", "inspect", "--format", "{{.Digest}}", $"oci:{image.Artifact}:1.2.3")).ShouldBe(image.Digest);
        using var config = JsonDocument.Parse(await _workshop.RunAsync("skopeo", "inspect", "--config", $"oci:{image.Artifact}:sha-0123456"));
        var execution = config.RootElement.GetProperty("config");
        execution.GetProperty("Entrypoint")[0].GetString().ShouldBe("/app/web");
        execution.GetProperty("User").GetString().ShouldBe("1000");
        execution.GetProperty("ExposedPorts").TryGetProperty("8080/tcp", out _).ShouldBeTrue();
        execution.GetProperty("Labels").GetProperty("org.opencontainers.image.revision").GetString().ShouldBe(Samples.Revision.Commit);
        config.RootElement.GetProperty("created").GetString().ShouldBe("2026-03-04T03:06:07Z");
        using var manifest = JsonDocument.Parse(
            await _workshop.RunAsync("oras", "manifest", "fetch", "--oci-layout", $"{image.Artifact}:1.2.3"));
        manifest.RootElement.GetProperty("layers").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Unpacks_to_the_files_it_was_made_from()
    {
        var image = await Samples.BuildAsync(_workshop.Context, Samples.Layers(_workshop, Repository), artifact: "out");

        await _workshop.RunAsync("skopeo", "copy", $"oci:{image.Artifact}:1.2.3", $"dir:{_workshop.PathOf("copy")}");

        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(_workshop.PathOf("copy/manifest.json")));
        foreach (var layer in manifest.RootElement.GetProperty("layers").EnumerateArray())
        {
            var file = layer.GetProperty("digest").GetString()!["sha256:".Length..];
            await _workshop.RunAsync("tar", "-xzf", $"copy/{file}");
        }

        File.ReadAllText(_workshop.PathOf("app/data/a.txt")).ShouldBe("a");
        File.ReadAllText(_workshop.PathOf("etc/web/settings.json")).ShouldBe("{}");
        (await _workshop.RunAsync("sh", "-c", "test -x app/web && echo runs")).ShouldBe("runs");
    }

    [Fact]
    public async Task Changes_nothing_in_a_layout_that_has_it()
    {
        var spec = Samples.Layers(_workshop, Repository);
        await Samples.BuildAsync(_workshop.Context, spec, artifact: "out");
        (await Samples.BuildAsync(_workshop.Context, spec, artifact: "out")).Changed.ShouldBeFalse();
    }

    [Fact]
    public async Task Is_served_by_a_real_registry_under_the_digest_reported()
    {
        await using var server = await DockerRegistryServer.StartAsync();
        var spec = Samples.Layers(_workshop, $"{server.Host}/acme/web");

        var image = await Samples.BuildAsync(_workshop.Context, spec, push: true);

        (image.Pushed, image.Changed).ShouldBe((true, true));
        foreach (var tag in new[] { "1.2.3", "sha-0123456" })
        {
            (await _workshop.RunAsync(
                "skopeo", "inspect", "--tls-verify=false", "--format", "{{.Digest}}", $"docker://{spec.Repository}:{tag}"))
                .ShouldBe(image.Digest);
        }

        var again = await Samples.BuildAsync(_workshop.Context, spec, push: true);
        (again.Digest, again.Pushed, again.Changed).ShouldBe((image.Digest, true, false));
    }

    [Fact]
    public async Task Shows_how_far_it_is()
    {
        var progress = new RecordedProgress();

        await Samples.BuildAsync(
            _workshop.Context with { Progress = progress }, Samples.Layers(_workshop, Repository), artifact: "out");

        progress.Lines.Select(line => line.Split(";")[0]).ShouldBe(
        [
            "begin build web",
            "report layer 1 of 2",
            "report layer 2 of 2",
            $"begin push to {_workshop.PathOf("out/web")}",
            "report 1 of 3 blobs, 0.0 of 0.0 MB",
            "report 2 of 3 blobs, 0.0 of 0.0 MB",
            "report 3 of 3 blobs, 0.0 of 0.0 MB",
            "complete 3 of 3 blobs were new",
            "end",
            $"complete in {_workshop.PathOf("out/web")}",
            "end",
        ]);
    }

    [Fact]
    public async Task Leaves_no_files_behind_where_it_is_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        var request = new BuildRequest { Images = [Samples.Layers(_workshop, Repository)], Revision = Samples.Revision, Layout = "out" };
        var declaration = BuildTask.Declare((_, _, _) => Task.FromResult(request));
        var context = _workshop.Context with { Progress = new RecordedProgress { OnLine = _ => cancelled.Cancel() } };

        var outcome = await declaration.RunAsync(new InputValues(), context, cancelled.Token);

        outcome.ExitCode.ShouldBe(ExitCode.Cancelled);
        Directory.Exists(_workshop.PathOf("out")).ShouldBeFalse();
        Directory.GetFileSystemEntries(_workshop.PathOf("scratch")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Tells_of_a_file_that_cannot_be_written()
    {
        _workshop.Write("out", "a file");

        var failure = await Should.ThrowAsync<TaskFailedException>(
            () => Samples.BuildAsync(_workshop.Context, Samples.Layers(_workshop, Repository), artifact: "out"));

        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(UsageCodes.WriteFailed);
    }
}
