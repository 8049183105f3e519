using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;
using GitOpsTasks.Forges.Local;
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
    [InlineData("/nowhere/at/all.git")]
    [InlineData("http://127.0.0.1:1/gitops.git")]
    [InlineData("--upload-pack=touch CANARY")]
    [InlineData("ext::touch CANARY")]
    public async Task Says_that_a_repository_cannot_be_read(string remote)
    {
        var canary = Path.Combine(Path.GetTempPath(), $"canary-{Guid.NewGuid():N}");

        var failure = await Should.ThrowAsync<TaskFailedException>(
            () => ForgeAt(remote.Replace("CANARY", canary, StringComparison.Ordinal)).FindOpenAsync("change", "main", Token));

        failure.ExitCode.ShouldBe(ExitCode.External);
        failure.Diagnostics[0].Code.ShouldBe(ForgeCodes.StoreFailed);
        File.Exists(canary).ShouldBeFalse();
    }

    [Fact]
    public void Refuses_an_address_with_a_password_without_repeating_it()
    {
        var failure = Should.Throw<TaskFailedException>(() => ForgeAt("https://user:secret@git.example.com/gitops.git"));

        failure.ExitCode.ShouldBe(ExitCode.Usage);
        failure.ToString().ShouldNotContain("secret");
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
                return command.Arguments[0] == "push" && pushes++ == 0
                    ? new ProcessResult(1, ReadOnlyMemory<byte>.Empty, "error: RPC failed; the remote end hung up")
                    : result;
            },
        };

        (await new LocalForge(context, _repository.FullPath).OpenAsync(Draft, Token)).Number.ShouldBe(1);

        pushes.ShouldBe(1);
    }

    [Fact]
    public async Task Leaves_no_scratch_folder_behind()
    {
        var scratch = Directory.CreateTempSubdirectory("gitops-scratch-");
        var context = TestEngine.Context(_time) with { ScratchRoot = scratch.FullName };

        await new LocalForge(context, _repository.FullPath).OpenAsync(Draft, Token);

        scratch.EnumerateFileSystemInfos().ShouldBeEmpty();
        scratch.Delete(recursive: true);
    }

    private LocalForge ForgeAt(string remote) => new(TestEngine.Context(_time), remote);

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
