using GitOpsTasks.Build;
using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Tests.Build.Buildx;

public sealed class FailingWithBuildx(SharedDocker docker) : IAsyncLifetime
{
    private readonly ImageSpec _spec = new("web", "127.0.0.1:1/web") { Dockerfile = new DockerfileSpec { Network = "none" } };
    private BuildxWorkshop _workshop = null!;

    public async ValueTask InitializeAsync() => _workshop = new BuildxWorkshop((await docker.ContainerdAsync()).Address);

    public ValueTask DisposeAsync()
    {
        _workshop?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Tells_the_line_and_what_the_step_printed_last()
    {
        _workshop.WriteShell("RUN echo one >&2 && \\\n    echo the last word >&2 && \\\n    exit 3\n");

        var failure = await _workshop.FailAsync(_spec);

        failure.ExitCode.ShouldBe(ExitCode.External);
        var diagnostic = failure.Diagnostics.ShouldHaveSingleItem();
        diagnostic.Code.ShouldBe(BuildCodes.BuildFailed);
        diagnostic.Place.ShouldBe(new SourcePlace("src/Dockerfile", 3, 1, 5));
        diagnostic.Message.ShouldContain("exit code: 3");
        diagnostic.Advice.ShouldBe("It last printed: one | the last word");
        _workshop.Progress.Lines.ShouldContain(line => line.Contains("RUN echo one", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tells_the_line_of_an_instruction_there_is_none_of()
    {
        _workshop.Inner.Write("src/Dockerfile", "FROM scratch\n\n  COPYY a b\n");
        (await _workshop.FailAsync(_spec)).Diagnostics[0].Place.ShouldBe(new SourcePlace("src/Dockerfile", 3, 3, 3));
    }

    [Fact]
    public async Task Tells_that_a_registry_cannot_be_reached_after_trying_again()
    {
        var failure = await _workshop.FailAsync(_spec, push: true);

        failure.ExitCode.ShouldBe(ExitCode.External);
        failure.Message.ShouldContain("127.0.0.1:1");
    }

    [Fact]
    public async Task Tells_that_a_registry_refuses()
    {
        await using var server = await DockerRegistryServer.StartAsync(wantsUser: true);
        _workshop.Inner.With("GITOPS_REGISTRY_USERNAME", DockerRegistryServer.User).With("GITOPS_REGISTRY_PASSWORD", "wr0ng-pl4nted");

        var failure = await _workshop.FailAsync(_spec with { Repository = $"{server.Host}/acme/web" }, push: true);

        failure.ExitCode.ShouldBe(ExitCode.Refused);
        failure.ToString().ShouldNotContain("wr0ng-pl4nted");
        _workshop.Progress.Lines.ShouldAllBe(line => !line.Contains("wr0ng-pl4nted"));
    }

    [Theory]
    [InlineData(BuilderKind.Buildx)]
    [InlineData(BuilderKind.Docker)]
    public async Task Tells_that_a_registry_has_no_room_and_leaves_no_tag(BuilderKind builder)
    {
        using var disk = new SmallFileSystem(kilobytes: 256);
        await using var server = await DockerRegistryServer.StartAsync(storage: disk.FullPath);
        await File.WriteAllBytesAsync(_workshop.Inner.PathOf("src/hello.txt"), System.Security.Cryptography.RandomNumberGenerator.GetBytes(1 << 20));
        var spec = _spec with { Repository = $"{server.Host}/acme/web", Builder = builder, Context = "src" };

        var failure = await Should.ThrowAsync<TaskFailedException>(() => Samples.BuildAsync(_workshop.Context, spec, push: true));

        failure.ExitCode.ShouldBe(ExitCode.External);
        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(BuildCodes.PushFailed);
        var tags = await new RegistryClient(_workshop.Context, spec.Repository).ListTagsAsync(null, TestContext.Current.CancellationToken);
        (tags ?? []).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ends_the_command_when_it_is_cancelled()
    {
        _workshop.WriteShell("RUN i=0; while [ $i -lt 3000000 ]; do i=$((i+1)); done\n");
        using var cancel = new CancellationTokenSource();
        var progress = new RecordedProgress { OnLine = line => { if (line.Contains("RUN i=0", StringComparison.Ordinal)) cancel.Cancel(); } };
        var request = new BuildRequest { Images = [_spec with { Builder = BuilderKind.Buildx, Context = "src" }], Revision = Samples.Revision };

        await Should.ThrowAsync<OperationCanceledException>(
            () => BuildTask.RunAsync(request, _workshop.Context with { Progress = progress }, cancel.Token));

        Directory.GetFileSystemEntries(_workshop.Inner.PathOf("scratch")).ShouldBeEmpty();
    }
}
