using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;

namespace GitOpsTasks.Tests.Forges;

public sealed class ChangingAPullRequestOnGitHub : GitHubSituation
{
    [Fact]
    public async Task Gives_it_a_new_title_and_body()
    {
        var opened = await Forge.OpenAsync(Draft, Token);

        var updated = await Forge.UpdateAsync(1, "Promote web 3", "Newer.", Token);

        updated.ShouldBe(opened with { Title = "Promote web 3", Body = "Newer." });
        (await Forge.FindOpenAsync(Branch, "main", Token)).ShouldBe(updated);
    }

    [Fact]
    public async Task Closes_it_with_a_comment_and_keeps_the_branch()
    {
        await Forge.OpenAsync(Draft, Token);

        await Forge.CloseAsync(1, "Superseded.", Token);

        var pull = Repository.Pulls.ShouldHaveSingleItem();
        pull.IsOpen.ShouldBeFalse();
        pull.Comments.ShouldBe(["Superseded."]);
        (await Repository.Git.TipAsync(Branch)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Closes_it_without_a_comment()
    {
        await Forge.OpenAsync(Draft, Token);

        await Forge.CloseAsync(1, null, Token);

        Repository.Pulls[0].IsOpen.ShouldBeFalse();
        Repository.Pulls[0].Comments.ShouldBeEmpty();
    }

    [Fact]
    public async Task Comments_once_however_often_it_is_closed_and_however_many_comments_there_are()
    {
        await Forge.OpenAsync(Draft, Token);
        for (var i = 0; i < 150; i++)
            Repository.Pulls[0].Comments.Add($"comment {i}");

        await Forge.CloseAsync(1, "Superseded.", Token);
        await Forge.CloseAsync(1, "Superseded.", Token);

        Repository.Pulls[0].Comments.Count(c => c == "Superseded.").ShouldBe(1);
    }

    [Fact]
    public async Task Comments_once_when_the_reply_is_lost()
    {
        await Forge.OpenAsync(Draft, Token);
        GitHub.CutAfterApplying("POST", "/comments$");

        await Forge.CloseAsync(1, "Superseded.", Token);

        Repository.Pulls[0].Comments.ShouldBe(["Superseded."]);
        Repository.Pulls[0].IsOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task Refuses_a_number_that_is_not_there()
    {
        var failure = await FailureOfAsync(() => Forge.UpdateAsync(7, "title", "body", Token));

        failure.ExitCode.ShouldBe(ExitCode.Refused);
        failure.Diagnostics[0].Code.ShouldBe(ForgeCodes.NotFound);
        failure.Message.ShouldContain("update pull request 7");
    }
}
