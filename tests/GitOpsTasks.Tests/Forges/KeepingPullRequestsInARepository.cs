using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;
using GitOpsTasks.Forges.Local;
using GitOpsTasks.Git;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Tests.Forges;

/// <summary>What the local forge does over any remote; the derived classes give the remote.</summary>
public abstract class KeepingPullRequestsInARepository : IAsyncLifetime
{
    private const string Branch = "gitops/web-to-staging";

    private static readonly PullRequestDraft Draft = new("Promote web to staging", "From dev.\n", Branch, "main")
    {
        Labels = ["web", "promotion"],
    };

    private static readonly EngineContext s_context = TestEngine.Context(TimeProvider.System);

    private string _remote = "";

    protected BareRepository Repository { get; private set; } = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private LocalForge Forge => new(s_context, GitRemote.Parse(_remote, s_context));

    public async ValueTask InitializeAsync()
    {
        Repository = await BareRepository.CreateAsync();
        await Repository.CommitAsync("main", "web.yaml", "tag: 1\n");
        await Repository.CommitAsync(Branch, "web.yaml", "tag: 2\n", from: "main");
        _remote = await StartRemoteAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopRemoteAsync();
        Repository.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Opens_one_that_is_found_again()
    {
        var opened = await Forge.OpenAsync(Draft, Token);

        (opened with { Extras = PullRequestExtras.None }).ShouldBe(new PullRequest(
            1,
            $"{_remote}#1",
            Draft.Title,
            Draft.Body,
            Branch,
            "main",
            PullRequestState.Open,
            (await Repository.TipAsync(Branch))!));
        (await Forge.FindOpenAsync(Branch, "main", Token)).ShouldBe(opened);
        (await Forge.FindOpenAsync(Branch, "release", Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Keeps_it_as_json_a_person_can_read()
    {
        await Forge.OpenAsync(Draft, Token);

        (await Repository.GitAsync("cat-file", "blob", "refs/gitops/pull-requests/1")).ShouldBe(
            """
            {
              "number": 1,
              "title": "Promote web to staging",
              "body": "From dev.\n",
              "head": "gitops/web-to-staging",
              "base": "main",
              "state": "Open",
              "labels": [
                "promotion",
                "web"
              ],
              "comments": []
            }
            """);
        await Repository.FsckAsync();
    }

    [Fact]
    public async Task Opens_it_once_and_adds_labels()
    {
        var first = await Forge.OpenAsync(Draft, Token);
        var second = await Forge.OpenAsync(Draft with { Title = "Another", Labels = ["more"] }, Token);

        (second with { Extras = first.Extras }).ShouldBe(first);
        second.Extras.Labels.ShouldBe(["more", "promotion", "web"]);
        (await Repository.GitAsync("cat-file", "blob", "refs/gitops/pull-requests/1")).ShouldContain("\"more\"");
    }

    [Fact]
    public async Task Updates_and_closes_it()
    {
        await Forge.OpenAsync(Draft, Token);

        (await Forge.UpdateAsync(1, "New title", "New body", Token)).Title.ShouldBe("New title");
        (await Forge.FindOpenAsync(Branch, "main", Token))!.Body.ShouldBe("New body");
        await Forge.CloseAsync(1, "Superseded.", Token);
        await Forge.CloseAsync(1, "Superseded.", Token);

        (await Forge.FindOpenAsync(Branch, "main", Token)).ShouldBeNull();
        var kept = await new GitRefPullRequestStore(s_context, GitRemote.Parse(_remote, s_context)).ReadAllAsync(Token);
        kept.PullRequests.ShouldHaveSingleItem().Content.Comments.ShouldBe(["Superseded."]);
    }

    [Fact]
    public async Task Numbers_the_next_one_after_a_closed_one()
    {
        await Forge.OpenAsync(Draft, Token);
        await Forge.CloseAsync(1, null, Token);

        (await Forge.OpenAsync(Draft, Token)).Number.ShouldBe(2);
    }

    [Fact]
    public async Task Counts_one_without_its_branch_as_closed()
    {
        await Forge.OpenAsync(Draft, Token);
        await Repository.GitAsync("update-ref", "-d", $"refs/heads/{Branch}");

        (await Forge.FindOpenAsync(Branch, "main", Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Gives_writers_at_the_same_time_numbers_of_their_own()
    {
        const int Writers = 6;
        for (var i = 0; i < Writers; i++)
            await Repository.CommitAsync($"change/{i}", "web.yaml", $"tag: {i}\n", from: "main");

        var opened = await Task.WhenAll(Enumerable.Range(0, Writers)
            .Select(i => Forge.OpenAsync(Draft with { Head = $"change/{i}" }, Token)));

        opened.Select(p => p.Number).Order().ShouldBe(Enumerable.Range(1, Writers));
        (await Repository.RefsAsync()).Keys.Count(r => r.StartsWith("refs/gitops/", StringComparison.Ordinal)).ShouldBe(Writers);
    }

    [Fact]
    public async Task Comes_to_one_when_the_same_is_opened_twice_at_the_same_time()
    {
        var opened = await Task.WhenAll(
            Forge.OpenAsync(Draft with { Title = "One" }, Token), Forge.OpenAsync(Draft with { Title = "Two" }, Token));

        opened.ShouldAllBe(p => p.Number == 1);
    }

    [Fact]
    public async Task Refuses_branches_that_are_missing_or_the_same()
    {
        await Repository.GitAsync("branch", "same", "main");

        (await FailureOfAsync(Draft with { Head = "missing" })).ShouldBe(ForgeCodes.BranchMissing);
        (await FailureOfAsync(Draft with { Base = "missing" })).ShouldBe(ForgeCodes.BranchMissing);
        (await FailureOfAsync(Draft with { Head = "same" })).ShouldBe(ForgeCodes.NothingToMerge);
        (await Should.ThrowAsync<TaskFailedException>(() => Forge.CloseAsync(9, null, Token))).ExitCode.ShouldBe(ExitCode.Refused);
    }

    protected abstract Task<string> StartRemoteAsync();

    protected abstract ValueTask StopRemoteAsync();

    private async Task<string> FailureOfAsync(PullRequestDraft draft)
    {
        var failure = await Should.ThrowAsync<TaskFailedException>(() => Forge.OpenAsync(draft, Token));
        failure.ExitCode.ShouldBe(ExitCode.Refused);
        return failure.Diagnostics[0].Code;
    }
}
