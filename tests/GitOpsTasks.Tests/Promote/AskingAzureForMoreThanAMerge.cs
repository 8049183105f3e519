using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;
using GitOpsTasks.Promote;

namespace GitOpsTasks.Tests.Promote;

/// <summary>Labels, reviewers, drafts and completion by Azure Repos.</summary>
public sealed class AskingAzureForMoreThanAMerge : AzurePromotion
{
    [Fact]
    public async Task Adds_labels_and_reviewers_once()
    {
        (string, string)[] all =
            [("label", "promotion"), ("label", "new one"), ("reviewer", "alice@example.com"), ("reviewer", "Platform Team/Ops"), ("reviewer", "22222222-2222-2222-2222-222222222222")];
        await PromoteWebAsync(all);
        Pull.Labels.ShouldBe(["promotion", "new one"]);
        Pull.Reviewers.ShouldBe(
            ["11111111-1111-1111-1111-111111111111", "44444444-4444-4444-4444-444444444444", "22222222-2222-2222-2222-222222222222"]);
        var sent = Azure.Mutations.Count;
        (await PromoteWebAsync(all)).State.ShouldBe(PromotionState.Unchanged);
        Azure.Mutations.Count.ShouldBe(sent);
    }

    [Theory]
    [InlineData("reviewer", "nobody@example.com", "nobody has that name")]
    [InlineData("reviewer", "Bob", "2 have that name")]
    [InlineData("label", "a,b", "tag name is not valid")]
    public async Task Warns_of_what_is_not_taken_and_goes_on(string option, string value, string message)
    {
        var outcome = await TryPromoteAsync(("app", "web"), (option, value));
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        outcome.Diagnostics.Single(found => found.Code == ForgeCodes.ExtraRefused).Message.ShouldContain(message);
        Pull.Status.ShouldBe("active");
    }

    [Theory]
    [InlineData("assignee", "alice@example.com")]
    [InlineData("milestone", "Sprint 1")]
    public async Task Refuses_what_Azure_does_not_have_before_anything_is_written(string option, string value)
    {
        var outcome = await TryPromoteAsync(("app", "web"), (option, value));
        (outcome.ExitCode, outcome.Diagnostics[^1].Code).ShouldBe((ExitCode.Usage, ForgeCodes.OptionUnsupported));
        Azure.Mutations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Opens_a_draft_and_leaves_it_to_people_from_then_on()
    {
        await PromoteWebAsync(("draft", "true"));
        Pull.IsDraft.ShouldBeTrue();
        Pull.IsDraft = false;
        var sent = Azure.Mutations.Count;
        await PromoteWebAsync(("draft", "true"));
        Azure.Mutations.Count.ShouldBe(sent);
    }

    [Fact]
    public async Task Sets_auto_complete_once()
    {
        Repository.HasPendingPolicy = true;
        (await PromoteWebAsync(("auto-merge", "squash"))).State.ShouldBe(PromotionState.Opened);
        Pull.AutoComplete.ShouldBe("squash");
        var sent = Azure.Mutations.Count;
        (await PromoteWebAsync(("auto-merge", "squash"))).State.ShouldBe(PromotionState.Unchanged);
        Azure.Mutations.Count.ShouldBe(sent);
        Repository.HasPendingPolicy = false;
        await Repository.IsMergeableAsync(Pull);
        (await PromoteWebAsync(("auto-merge", "squash"))).State.ShouldBe(PromotionState.NothingToPromote);
        Pull.Status.ShouldBe("completed");
    }

    [Fact]
    public async Task Completes_at_once_what_nothing_is_waited_for()
    {
        (await PromoteWebAsync(("auto-merge", "merge"))).State.ShouldBe(PromotionState.Merged);
        (await Remote.ReadAsync("main", Staging)).ShouldBe(Overlay("web", "1.5.0"));
        Azure.Requests.Count(request => request.Method == "PATCH" && request.Body.Contains("autoCompleteSetBy", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Does_not_complete_what_was_pushed_meanwhile()
    {
        var looks = 0;
        Azure.Meanwhile("PATCH", "/pullrequests/1$", async () =>
        {
            if (++looks == 2)
                await Remote.CommitAsync(Branch, "notes.md", "wait\n");
        }, times: 2);
        var outcome = await TryPromoteAsync(("app", "web"), ("auto-merge", "merge"));
        (outcome.ExitCode, outcome.Diagnostics[^1].Code).ShouldBe((ExitCode.External, ForgeCodes.NotMerged));
        outcome.Diagnostics[^1].Message.ShouldContain("TF401192");
        (await Remote.ReadAsync("main", Staging)).ShouldBe(Overlay("web", "1.4.0"));
    }
}
