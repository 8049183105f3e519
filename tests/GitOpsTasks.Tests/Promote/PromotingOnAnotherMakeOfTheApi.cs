using System.Text;
using System.Text.Json.Nodes;
using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Promote;
using GitOpsTasks.Tests.Forges;

namespace GitOpsTasks.Tests.Promote;

/// <summary>
/// The way of a promotion through npm's <c>emulate</c> 0.11.2. Where it answers what GitHub does not, the test goes round it, and
/// says so.
/// </summary>
public sealed class PromotingOnAnotherMakeOfTheApi
{
    private const string Branch = "gitops/promote/web-to-staging";

    [Fact]
    public async Task Opens_leaves_updates_and_goes_on_after_a_merge()
    {
        await using var emulator = await GitHubEmulator.StartAsync();
        await emulator.PutAsync(PathOf("dev"), Overlay("1.5.0"));
        await emulator.PutAsync(PathOf("staging"), Overlay("1.4.0"));

        (await PromoteAsync(emulator)).ShouldBe((PromotionState.Opened, 1, true));
        (await ReadAsync(emulator, Branch)).ShouldBe(Overlay("1.5.0"));
        var pull = await PullAsync(emulator, 1);
        (Text(pull["title"]), Text(pull["base"]!["ref"]), Text(pull["head"]!["ref"])).ShouldBe(("Promote web 1.5.0 to staging", "main", Branch));
        Text(pull["body"]).ShouldContain("| `web` | `1.4.0` | `1.5.0` |");

        (await PromoteAsync(emulator)).ShouldBe((PromotionState.Unchanged, 1, false));

        await SetDevAsync(emulator, "1.6.0");
        (await PromoteAsync(emulator)).ShouldBe((PromotionState.Updated, 1, true));
        (await ReadAsync(emulator, Branch)).ShouldBe(Overlay("1.6.0"));
        Text((await PullAsync(emulator, 1))["title"]).ShouldBe("Promote web 1.6.0 to staging");

        await MergeAsync(emulator);
        (await ReadAsync(emulator, "main")).ShouldBe(Overlay("1.6.0"));
        (await PromoteAsync(emulator)).ShouldBe((PromotionState.NothingToPromote, null, false));

        await SetDevAsync(emulator, "1.7.0");
        (await PromoteAsync(emulator)).ShouldBe((PromotionState.Opened, 2, true));
        (await ReadAsync(emulator, Branch)).ShouldBe(Overlay("1.7.0"));
    }

    // A pull request of emulate keeps the head it was opened with, so that its own merge would merge what the branch was then, and
    // take back what is on the base since. What GitHub does is done by hand: a merge commit of the branch's tip, and the pull request closed.
    private static async Task MergeAsync(GitHubEmulator emulator)
    {
        var (main, tip) = (await TipAsync(emulator, "main"), await TipAsync(emulator, Branch));
        var tree = Text(JsonNode.Parse(await emulator.GetAsync($"git/commits/{main}"))!["tree"]!["sha"]);
        var entry = new JsonObject { ["path"] = PathOf("staging"), ["mode"] = "100644", ["type"] = "blob", ["content"] = await ReadAsync(emulator, Branch) };
        var merged = JsonNode.Parse(await emulator.SendAsync("POST", "git/trees", new JsonObject { ["base_tree"] = tree, ["tree"] = new JsonArray(entry) }))!;
        var commit = JsonNode.Parse(await emulator.SendAsync(
            "POST", "git/commits", new JsonObject { ["message"] = "Merge", ["tree"] = Text(merged["sha"]), ["parents"] = new JsonArray(main, tip) }))!;
        await emulator.SendAsync("PATCH", "git/refs/heads/main", new JsonObject { ["sha"] = Text(commit["sha"]) });
        await emulator.SendAsync("PATCH", "pulls/1", new JsonObject { ["state"] = "closed" });
    }

    private static async Task<(PromotionState State, int? Number, bool Writes)> PromoteAsync(GitHubEmulator emulator)
    {
        var writes = new WriteCount();
        var context = TestEngine.Context(TimeProvider.System, ("GITOPS_TOKEN", GitHubEmulator.Token), ("GITHUB_SERVER_URL", emulator.Url), ("GITHUB_API_URL", emulator.Url)) with
        {
            HttpHandler = () => writes,
        };
        var inputs = new InputValues().Add("from", "dev").Add("to", "staging").Add("app", "web").Add("via", "api").Add("repository", $"{emulator.Url}/acme/gitops");
        var outcome = await PromoteTask.Declare(null).RunAsync(inputs, context, TestContext.Current.CancellationToken);
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        var promotion = ((PromoteResult)outcome.UntypedResult!).Promotions.ShouldHaveSingleItem();
        return (promotion.State, promotion.PullRequest, writes.Any);
    }

    private static async Task SetDevAsync(GitHubEmulator emulator, string version)
    {
        var file = JsonNode.Parse(await emulator.GetAsync($"contents/{PathOf("dev")}"))!;
        await emulator.SendAsync("PUT", $"contents/{PathOf("dev")}", new JsonObject
        {
            ["message"] = "bump", ["branch"] = "main", ["sha"] = Text(file["sha"]), ["content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(Overlay(version))),
        });
    }

    private static async Task<string> ReadAsync(GitHubEmulator emulator, string branch) => Encoding.UTF8.GetString(Convert.FromBase64String(
        Text(JsonNode.Parse(await emulator.GetAsync($"contents/{PathOf("staging")}?ref={Uri.EscapeDataString(branch)}"))!["content"])));

    private static async Task<JsonNode> PullAsync(GitHubEmulator emulator, int number) => JsonNode.Parse(await emulator.GetAsync($"pulls/{number}"))!;

    private static async Task<string> TipAsync(GitHubEmulator emulator, string branch) =>
        Text(JsonNode.Parse(await emulator.GetAsync($"git/ref/heads/{branch}"))!["object"]!["sha"]);

    private static string PathOf(string environment) => $"apps/web/overlays/{environment}/kustomization.yaml";

    private static string Overlay(string version) => $"# web\nimages:\n- name: web # c\n  newTag: {version}\n";

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    // It has no GraphQL: the query that is tried first is no write.
    private sealed class WriteCount : DelegatingHandler
    {
        public WriteCount()
            : base(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
        }

        public bool Any { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Any |= request.Method != HttpMethod.Get && request.RequestUri!.AbsolutePath != "/graphql";
            return base.SendAsync(request, cancellationToken);
        }
    }
}
