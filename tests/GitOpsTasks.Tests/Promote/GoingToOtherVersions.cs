using GitOpsTasks.Contracts;
using GitOpsTasks.Promote;

namespace GitOpsTasks.Tests.Promote;

/// <summary>Promotions up to a version, and back: what is written is a state that was in git's history.</summary>
public class GoingToOtherVersions : GitHubPromotion
{
    private const string Rollback = "gitops/rollback/web-in-staging";

    private static string WithDigest(string version, char digest) =>
        $"# web\nresources: [../../base]\nimages:\n- name: web # c\n  newTag: {version}\n  digest: sha256:{new string(digest, 64)}\n";

    private Task<string> DevAsync(string content, string message = "change") => Remote.CommitAsync("main", "apps/web/overlays/dev/kustomization.yaml", content, message);

    [Theory]
    [InlineData("1.5.2", "1.5.2", 'b')]
    [InlineData("1.5.9", "1.5.2", 'b')]
    public async Task Promotes_what_the_source_had_up_to_a_version(string asked, string promoted, char digest)
    {
        await DevAsync(WithDigest("1.5.2", 'a'));
        await DevAsync(WithDigest("1.5.2", 'b'));
        await DevAsync(WithDigest("1.6.0", 'c'));
        await PromoteWebAsync(("tag", asked));
        (await Remote.ReadAsync(Branch, Staging))!.ShouldBe(WithDigest(promoted, digest));
        Pull.Body!.ShouldContain($"up to `{asked}`");
        var sent = GitHub.Mutations.Count;
        (await PromoteWebAsync(("tag", asked))).State.ShouldBe(PromotionState.Unchanged);
        GitHub.Mutations.Count.ShouldBe(sent);
    }

    [Fact]
    public async Task Keeps_to_the_version_when_it_is_refreshed()
    {
        await SetAsync("dev", "1.6.0");
        await PromoteWebAsync(("tag", "1.5.0"));
        await Remote.CommitAsync("main", Staging, Overlay("web", "1.4.0").Replace("web # c", "web # d", StringComparison.Ordinal));
        var outcome = await PromoteTask.Declare(null).RunAsync(new InputValues().Add("refresh", "true").Add("repository", Address).Add("via", Via), Context, Token);
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        (await Remote.ReadAsync(Branch, Staging)).ShouldBe(Overlay("web", "1.5.0").Replace("web # c", "web # d", StringComparison.Ordinal));
        (await IsMergeableAsync(Pull)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("0.9.0", "false")]
    [InlineData("9.9.9", "true")]
    public async Task Says_that_history_has_no_such_version(string version, string rollback)
    {
        var outcome = await TryPromoteAsync(("app", "web"), ("tag", version), ("rollback", rollback));
        (outcome.ExitCode, outcome.Diagnostics[^1].Code).ShouldBe((ExitCode.Findings, PromoteCodes.VersionNotFound));
        Repository.Pulls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Goes_back_by_a_pull_request_that_goes_forward()
    {
        foreach (var version in (string[])["1.4.1", "1.4.2"])
            await SetAsync("staging", version);
        var promotion = await PromoteWebAsync(("rollback", "true"));
        (promotion.State, promotion.Branch).ShouldBe((PromotionState.Opened, Rollback));
        promotion.Images.ShouldBe([new PromotedImage("web", "1.4.2", "1.4.1")]);
        Pull.Title.ShouldBe("Roll back web in staging to 1.4.1");
        (await Remote.ReadAsync(Rollback, Staging)).ShouldBe(Overlay("web", "1.4.1"));
        (await PromoteWebAsync(("rollback", "true"))).State.ShouldBe(PromotionState.Unchanged);
        await MergeAsync(Pull);
        (await Remote.ReadAsync("main", Staging)).ShouldBe(Overlay("web", "1.4.1"));
    }

    [Fact]
    public async Task Goes_back_past_a_merge()
    {
        await PromoteWebAsync();
        await MergeAsync(Pull);
        await PromoteWebAsync(("rollback", "true"));
        (await Remote.ReadAsync(Rollback, Staging)).ShouldBe(Overlay("web", "1.4.0"));
        await MergeAsync(Repository.Pulls[1]);
        await SetAsync("dev", "1.7.0");
        await PromoteWebAsync();
        Repository.Pulls[2].Title.ShouldBe("Promote web 1.7.0 to staging");
    }

    [Fact]
    public async Task Goes_back_to_a_version()
    {
        foreach (var version in (string[])["1.4.1", "1.4.2"])
            await SetAsync("staging", version);
        await PromoteWebAsync(("rollback", "true"), ("tag", "1.4.0"));
        (await Remote.ReadAsync(Rollback, Staging)).ShouldBe(Overlay("web", "1.4.0"));
    }

    [Fact]
    public async Task Does_not_take_versions_from_a_commit_that_a_body_makes_up()
    {
        await SetAsync("staging", "1.4.1");
        await PromoteWebAsync(("rollback", "true"));
        var evil = await Remote.CommitAsync("evil", Staging, Overlay("web", "6.6.6"), from: "main");
        var at = PromotionMarker.Read(Pull.Body!)!.At!;
        Pull.Body = Pull.Body!.Replace(at, evil, StringComparison.Ordinal);
        var outcome = await PromoteTask.Declare(null).RunAsync(new InputValues().Add("refresh", "true").Add("repository", Address).Add("via", Via), Context, Token);
        (outcome.ExitCode, outcome.Diagnostics[^1].Code).ShouldBe((ExitCode.Findings, PromoteCodes.MarkerUnusable));
        (await Remote.ReadAsync(Rollback, Staging)).ShouldBe(Overlay("web", "1.4.0"));
    }

    [Fact]
    public async Task Links_the_change_and_the_commits_that_took_the_version_to_the_source()
    {
        await SetAsync("dev", "1.4.0");
        await DevAsync(Overlay("web", "1.6.0"), "Bump <b> @web\n\nSource-Commit: abc`def\nRun-Url: https://ci.example/run/1\n");
        await PromoteWebAsync();
        var tip = await Remote.TipAsync("main");
        Pull.Body!.ShouldContain($"[Compare]({Repository.Url}/compare/main...{Branch})");
        Pull.Body!.ShouldContain("<summary>1 commit in the source</summary>");
        Pull.Body!.ShouldContain($"- [`{tip![..10]}`]({Repository.Url}/commit/{tip}) `Bump <b> @web`");
        Pull.Body!.ShouldContain("built from `abc'def` ([run](https://ci.example/run/1))");
    }

    [Fact]
    public async Task Shows_how_the_rendered_manifests_change()
    {
        Assert.SkipUnless(GitOpsTasks.Processes.ProgramPath.Find("kubectl", Context.Environment) is not null, "kubectl is not here");
        await Remote.CommitAsync("main", new Dictionary<string, string?>
        {
            ["apps/web/base/kustomization.yaml"] = "resources: [pod.yaml]\n",
            ["apps/web/base/pod.yaml"] = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n  - {name: web, image: web}\n",
        });
        await PromoteWebAsync();
        Pull.Body!.ShouldContain("\n```diff\n");
        Pull.Body!.ShouldContain("\n-  - image: web:1.4.0\n+  - image: web:1.5.0\n");
        await SetAsync("dev", "1.6.0");
        await PromoteWebAsync(("render", "off"));
        Pull.Body!.ShouldNotContain("```");
    }
}
