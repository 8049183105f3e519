using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;

namespace GitOpsTasks.Tests.Forges;

public sealed class OpeningAPullRequestOnGitHub : GitHubSituation
{
    [Fact]
    public async Task Creates_it_with_its_labels()
    {
        var pull = await Forge.OpenAsync(Draft with { Labels = ["promotion", "web"] }, Token);

        (pull with { Id = null }).ShouldBe(new PullRequest(
            1,
            $"{Repository.Url}/pull/1",
            Draft.Title,
            Draft.Body,
            Branch,
            "main",
            PullRequestState.Open,
            (await Repository.Git.TipAsync(Branch))!));
        Repository.Pulls.ShouldHaveSingleItem().Labels.ShouldBe(["promotion", "web"]);
    }

    [Fact]
    public async Task Returns_the_one_another_writer_opened_as_it_is()
    {
        var first = await Forge.OpenAsync(Draft, Token);

        var second = await Forge.OpenAsync(Draft with { Title = "Another title", Labels = ["promotion"] }, Token);

        second.ShouldBe(first);
        Repository.Pulls.ShouldHaveSingleItem().Labels.ShouldBe(["promotion"]);
    }

    [Fact]
    public async Task Comes_to_one_pull_request_however_many_writers_open_it_at_once()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Forge.OpenAsync(Draft, Token)));

        opened.ShouldAllBe(pull => pull.Number == 1);
        Repository.Pulls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Opens_one_to_each_base()
    {
        await Repository.Git.GitAsync("branch", "release", "main");
        await Forge.OpenAsync(Draft, Token);

        var other = await Forge.OpenAsync(Draft with { Base = "release" }, Token);

        other.Number.ShouldBe(2);
        other.Base.ShouldBe("release");
    }

    [Fact]
    public async Task Cuts_a_body_that_is_too_long_and_says_so()
    {
        var pull = await Forge.OpenAsync(Draft with { Body = new string('x', 70_000) }, Token);

        pull.Body.Length.ShouldBe(65_536);
        pull.Body.ShouldEndWith("*The rest was cut: a body holds at most 65536 characters.*");
    }

    [Fact]
    public async Task Cuts_no_character_in_half()
    {
        var pull = await Forge.OpenAsync(Draft with { Body = "x" + string.Concat(Enumerable.Repeat("🚀", 40_000)) }, Token);

        pull.Body.ShouldNotContain('\uFFFD');
        pull.Body.ShouldContain("🚀\n\n*The rest was cut");
    }

    [Fact]
    public async Task Refuses_a_branch_without_commits_of_its_own()
    {
        await Repository.Git.GitAsync("branch", "same", "main");

        var failure = await FailureOfAsync(() => Forge.OpenAsync(Draft with { Head = "same" }, Token));

        failure.ExitCode.ShouldBe(ExitCode.Refused);
        failure.Diagnostics[0].Code.ShouldBe(ForgeCodes.NothingToMerge);
        failure.Message.ShouldContain("No commits between main and same");
        GitHub.Mutations.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("missing", "main")]
    [InlineData(Branch, "missing")]
    public async Task Refuses_a_branch_that_is_not_there(string head, string baseBranch)
    {
        var failure = await FailureOfAsync(() => Forge.OpenAsync(Draft with { Head = head, Base = baseBranch }, Token));

        failure.ExitCode.ShouldBe(ExitCode.Refused);
        failure.Diagnostics[0].Code.ShouldBe(ForgeCodes.BranchMissing);
        Repository.Pulls.ShouldBeEmpty();
    }
}
