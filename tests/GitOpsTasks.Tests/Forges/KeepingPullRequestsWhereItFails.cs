using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;
using GitOpsTasks.Forges.Local;
using GitOpsTasks.Git;
using GitOpsTasks.Parts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Tests.Forges;

public sealed class KeepingPullRequestsWhereItFails : IAsyncLifetime
{
    private static readonly PullRequestDraft Draft = new("title", "body", "change", "main");

    private readonly InstantTime _time = new();
    private BareRepository _repository = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _repository = await BareRepository.CreateAsync();
        await _repository.CommitAsync("main", "web.yaml", "tag: 1\n");
        await _repository.CommitAsync("change", "web.yaml", "tag: 2\n", from: "main");
    }

    public ValueTask DisposeAsync()
    {
        _repository.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Does_not_repeat_what_the_server_refuses_for_good()
    {
        await _repository.GitAsync("config", "receive.hideRefs", "refs/gitops");

        var failure = await Should.ThrowAsync<TaskFailedException>(() => ForgeAt(_repository.FullPath).OpenAsync(Draft, Token));

        failure.ExitCode.ShouldBe(ExitCode.Refused);
        failure.Diagnostics[0].Code.ShouldBe(ForgeCodes.StoreRefused);
        failure.Message.ShouldContain("deny updating a hidden ref");
        _time.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task Gives_up_when_others_are_faster_each_time()
    {
        var store = new AlwaysTooLateStore();

        var failure = await Should.ThrowAsync<TaskFailedException>(() => new LocalForge(store, _time).OpenAsync(Draft, Token));

        failure.ExitCode.ShouldBe(ExitCode.External);
        failure.Diagnostics[0].Code.ShouldBe(ForgeCodes.StoreKeptChanging);
        store.Writes.ShouldBe(20);
    }

    [Theory]
    [InlineData("/nowhere/at/all.git", ExitCode.Usage, GitCodes.RepositoryNotFound)]
    [InlineData("http://127.0.0.1:1/gitops.git", ExitCode.External, GitCodes.GitFailed)]
    public async Task Says_that_a_repository_cannot_be_read(string remote, ExitCode exitCode, string code)
    {
        var failure = await Should.ThrowAsync<TaskFailedException>(() => ForgeAt(remote).FindOpenAsync("change", "main", Token));

        failure.ExitCode.ShouldBe(exitCode);
        failure.Diagnostics[0].Code.ShouldBe(code);
    }

    [Fact]
    public async Task Gives_git_no_address_it_could_take_for_an_option()
    {
        var canary = Path.Combine(Path.GetTempPath(), $"canary-{Guid.NewGuid():N}");
        var forge = new LocalForge(TestEngine.Context(_time), new GitRemote($"--upload-pack=touch {canary};git-upload-pack", "file"));

        await Should.ThrowAsync<TaskFailedException>(() => forge.FindOpenAsync("change", "main", Token));

        File.Exists(canary).ShouldBeFalse();
    }

    [Fact]
    public async Task Says_that_a_kept_pull_request_is_broken()
    {
        await _repository.TryGitAsync(["update-ref", "refs/gitops/pull-requests/1", (await _repository.ResolveAsync("main:web.yaml"))!]);

        var failure = await Should.ThrowAsync<TaskFailedException>(
            () => ForgeAt(_repository.FullPath).FindOpenAsync("change", "main", Token));

        failure.Diagnostics[0].Code.ShouldBe(ForgeCodes.StoreBroken);
        failure.Diagnostics[0].Advice!.ShouldContain("refs/gitops/pull-requests/");
    }

    [Fact]
    public async Task Takes_a_push_whose_reply_was_lost_for_made()
    {
        var pushes = 0;
        var context = TestEngine.Context(_time) with
        {
            RunProcess = async (command, token) =>
            {
                var result = await SystemProcessRunner.RunAsync(command, token);
                return command.Arguments.Contains("push") && pushes++ == 0
                    ? new ProcessResult(1, ReadOnlyMemory<byte>.Empty, "error: RPC failed; the remote end hung up")
                    : result;
            },
        };

        (await new LocalForge(context, GitRemote.Parse(_repository.FullPath, context)).OpenAsync(Draft, Token)).Number.ShouldBe(1);

        pushes.ShouldBe(1);
    }

    [Fact]
    public async Task Leaves_no_scratch_folder_behind()
    {
        var scratch = Directory.CreateTempSubdirectory("gitops-scratch-");
        var context = TestEngine.Context(_time) with { ScratchRoot = scratch.FullName };

        await new LocalForge(context, GitRemote.Parse(_repository.FullPath, context)).OpenAsync(Draft, Token);

        scratch.EnumerateFileSystemInfos().ShouldBeEmpty();
        scratch.Delete(recursive: true);
    }

    private LocalForge ForgeAt(string remote)
    {
        var context = TestEngine.Context(_time);
        return new LocalForge(context, GitRemote.Parse(remote, context));
    }

    private sealed class AlwaysTooLateStore : IPullRequestStore
    {
        public int Writes { get; private set; }

        public string Name => "a busy repository";

        public Task<PullRequestSnapshot> ReadAllAsync(CancellationToken cancellationToken) => Task.FromResult(
            new PullRequestSnapshot([], new Dictionary<string, string> { ["main"] = "1", ["change"] = "2" }));

        public Task<bool> TryWriteAsync(LocalPullRequest content, string? expectedVersion, CancellationToken cancellationToken)
        {
            Writes++;
            return Task.FromResult(false);
        }
    }
}
