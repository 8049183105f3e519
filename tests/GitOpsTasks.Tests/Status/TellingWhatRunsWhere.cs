using GitOpsTasks.Contracts;
using GitOpsTasks.Status;

namespace GitOpsTasks.Tests.Status;

/// <summary>Versions, since when, by whom, and what is on its way.</summary>
public class TellingWhatRunsWhere : StatusRepository
{
    private const string Digest = "sha256:1111111111111111111111111111111111111111111111111111111111111111";

    [Fact]
    public async Task Has_every_application_in_every_environment()
    {
        var result = await TellAsync();
        result.Environments.ShouldBe([new StatusEnvironment("dev", null), new StatusEnvironment("staging", "dev")]);
        result.Apps.Select(app => $"{app.Name}: {string.Join(", ", app.Environments.Select(at => $"{at.Environment} {at.Images.Single().Tag}"))}")
            .ShouldBe(["api: dev 2.1.0, staging 2.0.0", "web: dev 1.5.0, staging 1.4.0"]);
        (result.Branch, result.Commit, result.Time).ShouldBe(("main", await Remote.TipAsync("main"), Time.GetUtcNow()));
        result.Apps.SelectMany(app => app.Environments).Count(at => at.IsBehind).ShouldBe(2);
    }

    [Fact]
    public async Task Has_tag_and_digest()
    {
        await CommitAsync((Staging, $"images:\n- name: web\n  newTag: 1.5.0\n  digest: {Digest}\n"));
        (await TellOfWebAsync("staging")).Images.ShouldBe([new DeployedImage("web", "1.5.0", Digest)]);
    }

    [Fact]
    public async Task Is_not_behind_where_it_is_newer()
    {
        await SetAsync("staging", "1.6.0");
        (await TellOfWebAsync("staging")).IsBehind.ShouldBeFalse();
    }

    [Fact]
    public async Task Dates_versions_by_the_commit_that_brought_them()
    {
        await SetAsync("staging", "1.5.0");
        var moved = (await Remote.TipAsync("main"))!;
        await CommitAsync((Staging, Overlay("web", "1.5.0") + "namePrefix: x-\n"));
        await CommitAsync((Staging, Overlay("web", "1.5.0") + "namePrefix: y-\n"));
        var web = await TellOfWebAsync("staging");
        (web.Commit, web.Author).ShouldBe((moved, "Test Committer"));
        web.Since.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(long.Parse(await Remote.GitAsync("show", "-s", "--format=%ct", moved))));
        web.CommitUrl.ShouldBe($"{GitHub.Url}/acme/gitops/commit/{moved}");
    }

    [Fact]
    public async Task Dates_a_version_that_came_back_by_its_return()
    {
        await SetAsync("staging", "1.3.0");
        await SetAsync("staging", "1.4.0");
        (await TellOfWebAsync("staging")).Commit.ShouldBe(await Remote.TipAsync("main"));
    }

    [Fact]
    public async Task Dates_what_came_by_a_merge_when_it_was_merged()
    {
        await PromoteWebAsync();
        await MergeAsync(Pull);
        (await TellOfWebAsync("staging")).Commit.ShouldBe(await Remote.TipAsync("main"));
    }

    [Fact]
    public async Task Tells_of_open_promotions()
    {
        await PromoteWebAsync();
        var promotion = (await TellAsync()).Promotions.ShouldNotBeNull().ShouldHaveSingleItem();
        (promotion.Number, promotion.State, promotion.Name, promotion.From, promotion.To).ShouldBe((Pull.Number, "open", "web", "dev", "staging"));
        promotion.Apps.ShouldBe(["web"]);
        promotion.Images.ShouldBe([new PromotedImage("web", "1.4.0", "1.5.0")]);
    }

    [Fact]
    public async Task Believes_no_body_that_is_none()
    {
        await PromoteWebAsync();
        Pull.Body = "edited";
        var promotion = (await TellAsync()).Promotions.ShouldNotBeNull().ShouldHaveSingleItem();
        (promotion.Title, promotion.Name, promotion.To).ShouldBe((Pull.Title, null, null));
    }

    [Fact]
    public async Task Sends_nothing_that_changes_anything()
    {
        await PromoteWebAsync();
        var (sent, refs) = (GitHub.Mutations.Count, await Remote.RefsAsync());
        await TellAsync();
        await TryTellAsync(("fail-on", "drift,behind"), ("format", "html"));
        GitHub.Mutations.Count.ShouldBe(sent);
        (await Remote.RefsAsync()).ShouldBe(refs, ignoreOrder: true);
    }

    [Fact]
    public async Task Fails_only_where_that_is_asked_for()
    {
        (await TryTellAsync(("fail-on", "drift"))).ExitCode.ShouldBe(ExitCode.Done);
        var outcome = await TryTellAsync(("fail-on", "behind"), ("app", "web"));
        outcome.ExitCode.ShouldBe(ExitCode.Findings);
        outcome.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(StatusCodes.Behind);
        outcome.Outputs.Single(output => output.Key.Name == "behind").Value.ShouldBe("web-in-staging");
    }

    [Theory]
    [InlineData("app", "wbe", "web")]
    [InlineData("environment", "stagin", "staging")]
    public async Task Knows_what_there_is(string input, string name, string near)
    {
        var outcome = await TryTellAsync((input, name));
        (outcome.ExitCode, outcome.Diagnostics[0].Code).ShouldBe((ExitCode.Usage, StatusCodes.NothingToTell));
        outcome.Diagnostics[0].Advice!.ShouldContain(near);
    }
}
