using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;
using GitOpsTasks.Promote;

namespace GitOpsTasks.Tests.Promote;

/// <summary>Labels, people, milestones, drafts and merges by the forge.</summary>
public sealed class AskingForMoreThanAMerge : GitHubPromotion
{
    private static readonly (string, string)[] s_all =
        [("label", "promotion"), ("label", "new one"), ("reviewer", "alice"), ("reviewer", "acme/ops"), ("assignee", "bob"), ("milestone", "Sprint 1")];

    [Fact]
    public async Task Adds_labels_people_and_milestone_once()
    {
        Repository.Milestones.Add("Sprint 0");
        Repository.Milestones.Add("Sprint 1");
        await PromoteWebAsync(s_all);
        Pull.Labels.ShouldBe(["promotion", "new one"]);
        Pull.Reviewers.ShouldBe(["alice", "acme/ops"]);
        Pull.Assignees.ShouldBe(["bob"]);
        Pull.Milestone.ShouldBe(2);
        var sent = GitHub.Mutations.Count;
        (await PromoteWebAsync(s_all)).State.ShouldBe(PromotionState.Unchanged);
        GitHub.Mutations.Count.ShouldBe(sent);
    }

    [Fact]
    public async Task Does_not_ask_again_who_gave_a_review()
    {
        await PromoteWebAsync(("reviewer", "alice"));
        Pull.Reviewers.Clear();
        Pull.Reviews.Add("alice");
        var sent = GitHub.Mutations.Count;
        await PromoteWebAsync(("reviewer", "alice"));
        GitHub.Mutations.Count.ShouldBe(sent);
    }

    [Theory]
    [InlineData("reviewer", "nobody", "Reviews may only be requested from collaborators")]
    [InlineData("reviewer", "fake-user", "Review cannot be requested from pull request author")]
    [InlineData("milestone", "Sprint 9", "no open milestone 'Sprint 9'")]
    public async Task Warns_of_what_is_not_taken_and_goes_on(string option, string value, string message)
    {
        var outcome = await TryPromoteAsync(("app", "web"), (option, value));
        outcome.ExitCode.ShouldBe(ExitCode.Done);
        outcome.Diagnostics.Single(found => found.Code == ForgeCodes.ExtraRefused).Message.ShouldContain(message);
        Pull.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task Opens_a_draft_and_leaves_it_to_people_from_then_on()
    {
        await PromoteWebAsync(("draft", "true"));
        Pull.IsDraft.ShouldBeTrue();
        Pull.IsDraft = false;
        var sent = GitHub.Mutations.Count;
        await PromoteWebAsync(("draft", "true"));
        GitHub.Mutations.Count.ShouldBe(sent);
    }

    [Fact]
    public async Task Schedules_a_merge_once()
    {
        Repository.HasPendingChecks = true;
        (await PromoteWebAsync(("auto-merge", "squash"))).State.ShouldBe(PromotionState.Opened);
        Pull.AutoMerge.ShouldBe("squash");
        var sent = GitHub.Mutations.Count;
        (await PromoteWebAsync(("auto-merge", "squash"))).State.ShouldBe(PromotionState.Unchanged);
        GitHub.Mutations.Count.ShouldBe(sent);
    }

    [Fact]
    public async Task Schedules_it_where_the_forge_was_down_for_a_while()
    {
        Repository.HasPendingChecks = true;
        GitHub.Fail("POST", "^/graphql$", 502, times: 3);
        await PromoteWebAsync(("auto-merge", "squash"));
        Pull.AutoMerge.ShouldBe("squash");
    }

    [Fact]
    public async Task Merges_at_once_what_nothing_stands_in_the_way_of()
    {
        (await PromoteWebAsync(("auto-merge", "merge"))).State.ShouldBe(PromotionState.Merged);
        (await Remote.ReadAsync("main", Staging)).ShouldBe(Overlay("web", "1.5.0"));
        Pull.MergedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Says_that_a_repository_does_not_allow_it()
    {
        Repository.AllowsAutoMerge = false;
        var outcome = await TryPromoteAsync(("app", "web"), ("auto-merge", "merge"));
        (outcome.ExitCode, outcome.Diagnostics[^1].Code).ShouldBe((ExitCode.Refused, ForgeCodes.NotMerged));
        outcome.Diagnostics[^1].Message.ShouldContain("Auto merge is not allowed for this repository");
    }

    [Fact]
    public async Task Takes_what_the_configuration_says_of_an_environment()
    {
        Place.Write("gitops.yaml", """
            apiVersion: gitops-tasks/v1
            apps: {web: {}}
            environments:
            - name: dev
            - { name: staging, from: dev, labels: [promotion], reviewers: [alice], assignees: [bob], draft: true }

            """);
        await PromoteWebAsync(("label", "more"));
        Pull.IsDraft.ShouldBeTrue();
        Pull.Labels.ShouldBe(["promotion", "more"]);
        Pull.Reviewers.ShouldBe(["alice"]);
        Pull.Assignees.ShouldBe(["bob"]);
    }
}
