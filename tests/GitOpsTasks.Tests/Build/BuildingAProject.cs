using System.Text.Json;
using GitOpsTasks.Build;
using GitOpsTasks.Build.Layers;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;
using GitOpsTasks.Registry;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build;

public sealed class BuildingAProject : IDisposable
{
    private const string Repository = "registry.example.com/acme/web";
    private readonly Workshop _workshop = new Workshop().WithSdk();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Gives_the_same_digest_from_two_checkouts_at_other_places_times_and_umasks()
    {
        ProjectSamples.Write(_workshop, "first");
        await BaseSamples.PushDockerImageAsync(new OciLayout(_workshop.PathOf("base")), "1");
        var first = await Samples.BuildAsync(_workshop.Context, WithRuntimeOfBase("first", "oci:../base"), artifact: "out");
        using var other = new Workshop().WithSdk();
        ProjectSamples.Write(other, "some/where/else");
        await BaseSamples.PushDockerImageAsync(new OciLayout(other.PathOf("some/where/base")), "1");
        foreach (var file in Directory.GetFiles(other.PathOf("some"), "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        // The program that the engine starts, and all that it writes, is under another mask.
        var masked = other.Context with
        {
            RunProcess = (command, token) => SystemProcessRunner.RunAsync(
                command with { FileName = "sh", Arguments = ["-c", "umask 077; exec \"$0\" \"$@\"", command.FileName, .. command.Arguments] }, token),
        };

        var second = await Samples.BuildAsync(masked, WithRuntimeOfBase("some/where/else", "oci:../base"));

        second.Digest.ShouldBe(first.Digest);
        using var document = JsonDocument.Parse(await _workshop.RunAsync("skopeo", "inspect", "--config", $"oci:{first.Artifact}:1"));
        var config = document.RootElement.GetProperty("config");
        config.GetProperty("Entrypoint").EnumerateArray().Select(text => text.GetString()).ShouldBe(["dotnet", "/app/Web.dll"]);
        (config.GetProperty("User").GetString(), config.GetProperty("WorkingDir").GetString()).ShouldBe(("7:7", "/app"));
        Directory.GetDirectories(_workshop.PathOf("first/src/Web")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Runs_with_a_runtime_of_its_own_where_the_base_has_none()
    {
        await using var docker = await GitOpsTasks.Parts.DockerDaemon.StartAsync();
        await using var server = await GitOpsTasks.Parts.DockerRegistryServer.StartAsync();
        ProjectSamples.Write(_workshop, "app");
        var spec = ProjectSamples.Image($"{server.Host}/acme/web", "app", await ProjectSamples.BaseAsync(_workshop, withRuntime: false));

        var image = await Samples.BuildAsync(_workshop.Context, spec, push: true);

        (await BaseSamples.RunAsync(_workshop, docker, image.Reference)).ShouldBe("hello! as 1654 in /app from /_src/src/Web/Program.cs");
        var registry = new RegistryClient(_workshop.Context, spec.Repository);
        var blobs = ManifestParts.Of((await registry.GetManifestAsync(image.Digest!, Token))!).Blobs;
        blobs.Count.ShouldBe(1 + 2 + 2);
        blobs[^1].Size.ShouldBeLessThan(blobs[^2].Size / 10);
    }

    [Fact]
    public async Task Runs_on_the_runtime_of_a_base_that_has_one()
    {
        await using var docker = await GitOpsTasks.Parts.DockerDaemon.StartAsync();
        await using var server = await GitOpsTasks.Parts.DockerRegistryServer.StartAsync();
        ProjectSamples.Write(_workshop, "app");
        var spec = ProjectSamples.Image($"{server.Host}/acme/web", "app", await ProjectSamples.BaseAsync(_workshop, withRuntime: true));

        var image = await Samples.BuildAsync(_workshop.Context, spec, push: true);

        (await BaseSamples.RunAsync(_workshop, docker, image.Reference)).ShouldBe("hello! as 1654 in /app from /_src/src/Web/Program.cs");
    }

    [Fact]
    public async Task Tells_what_the_compiler_says()
    {
        ProjectSamples.Write(_workshop, "app");
        _workshop.Write("app/src/Web/Program.cs", "not a program;");

        var failure = await Should.ThrowAsync<TaskFailedException>(
            () => Samples.BuildAsync(_workshop.Context, ProjectSamples.Image(Repository, "app")));

        failure.ExitCode.ShouldBe(ExitCode.External);
        failure.Diagnostics.ShouldHaveSingleItem().Message.ShouldContain("Program.cs(1");
        Directory.GetFileSystemEntries(_workshop.PathOf("scratch")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Tells_of_a_project_that_is_not_there()
    {
        var failure = await Should.ThrowAsync<TaskFailedException>(
            () => Samples.BuildAsync(_workshop.Context, ProjectSamples.Image(Repository, ".")));
        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(UsageCodes.PathNotFound);
    }

    [Fact]
    public async Task Ends_dotnet_where_it_is_cancelled()
    {
        var pids = _workshop.PathOf("pids");
        _workshop.Write("bin/dotnet", $"#!/bin/sh\nsleep 300 &\necho $$ $! > {pids}.part && mv {pids}.part {pids}\nwait\n", isProgram: true);
        ProjectSamples.Write(_workshop, "app");
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var request = new BuildRequest { Images = [ProjectSamples.Image(Repository, "app")], Revision = Samples.Revision };

        var building = BuildTask.RunAsync(request, _workshop.Context, cancelled.Token);
        while (!File.Exists(pids))
            await Task.Delay(20, Token);
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => building);
        foreach (var pid in (await File.ReadAllTextAsync(pids, Token)).Split())
        {
            while (pid.Length > 0 && IsAlive(pid))
                await Task.Delay(20, Token);
        }

        Directory.GetFileSystemEntries(_workshop.PathOf("scratch")).ShouldBeEmpty();
    }

    // A process that has ended and that nobody has asked about is still listed, as a zombie.
    private static bool IsAlive(string pid) =>
        File.Exists($"/proc/{pid}/stat") && !File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal);

    // Nothing but a directory tells that a base has a runtime here: it is asked for in words.
    private static ImageSpec WithRuntimeOfBase(string folder, string @base)
    {
        var spec = ProjectSamples.Image(Repository, folder, @base);
        var project = spec.Layers!.Project! with { Properties = new Dictionary<string, string> { ["SelfContained"] = "false" } };
        return spec with { Layers = spec.Layers with { Project = project } };
    }
}
