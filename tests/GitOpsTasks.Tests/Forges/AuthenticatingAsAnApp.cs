using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;
using GitOpsTasks.Forges.GitHub;
using GitOpsTasks.Forges.Repository;

namespace GitOpsTasks.Tests.Forges;

public sealed class AuthenticatingAsAnApp : ApiSituation
{
    private const string Id = "123456";

    private readonly RSA _key = RSA.Create(2048);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        GitHub.AddApp(Id, _key, "acme", new Dictionary<string, string> { ["contents"] = "write", ["pull_requests"] = "write", ["checks"] = "write", ["administration"] = "write" });
    }

    public override async ValueTask DisposeAsync()
    {
        _key.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Takes_a_token_for_the_one_repository_with_what_tasks_use_once()
    {
        await ShouldBeBumpedAsync(await BumpAsync(AsApp()));

        var made = GitHub.Requests.Where(request => request.Path.StartsWith("/app/", StringComparison.Ordinal)).ShouldHaveSingleItem();
        var body = JsonNode.Parse(made.Body)!;
        body["repositories"]!.ToJsonString().ShouldBe("[\"gitops\"]");
        body["permissions"]!.ToJsonString().ShouldBe("{\"contents\":\"write\",\"pull_requests\":\"write\",\"checks\":\"read\"}");
        GitHub.Requests.Count(request => request.Path.EndsWith("/installation", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Shares_the_token_with_pull_requests_of_the_same_run()
    {
        var context = AsApp();
        await BumpAsync(context, more: ("push-branch", "bumps"));

        var forge = new GitHubForge(context, GitHubRepository.From(Remote.Url, context.Environment));
        (await forge.OpenAsync(new PullRequestDraft("Bump web", "", "bumps", "main"), Token)).Number.ShouldBe(1);

        GitHub.Requests.Count(request => request.Path.StartsWith("/app/", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData("escaped")]
    [InlineData("base64")]
    [InlineData("pkcs1")]
    public async Task Takes_the_key_in_the_forms_ci_systems_keep_it(string form)
    {
        var pem = _key.ExportPkcs8PrivateKeyPem();
        var key = form switch
        {
            "escaped" => pem.Replace("\n", "\\n", StringComparison.Ordinal),
            "base64" => Convert.ToBase64String(Encoding.UTF8.GetBytes(pem)),
            _ => _key.ExportRSAPrivateKeyPem() + "\n",
        };

        await ShouldBeBumpedAsync(await BumpAsync(AsApp(key)));
    }

    [Fact]
    public async Task Goes_before_the_workflows_token_and_after_the_projects_own()
    {
        await BumpAsync(Context(("GITOPS_TOKEN", null), ("GITHUB_TOKEN", "unknown"), ("GITOPS_APP_ID", Id), ("GITOPS_APP_PRIVATE_KEY", _key.ExportPkcs8PrivateKeyPem())));
        (await Remote.Git.LogAsync("main")).Count.ShouldBe(2);

        await BumpAsync(Context(("GITOPS_APP_ID", Id), ("GITOPS_APP_PRIVATE_KEY", "unused")), "web:1.6.0");
        (await Remote.Git.LogAsync("main")).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Takes_another_token_before_one_expires()
    {
        GitHub.TokensExpireAt = Time.GetUtcNow().AddMinutes(3);

        await ShouldBeBumpedAsync(await BumpAsync(AsApp()));

        GitHub.Requests.Count(request => request.Path.StartsWith("/app/", StringComparison.Ordinal)).ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Asks_again_where_the_server_fails()
    {
        GitHub.Fail("GET", "/installation$", 502);
        GitHub.CutAfterApplying("POST", "/access_tokens$");

        await ShouldBeBumpedAsync(await BumpAsync(AsApp()));
    }

    [Fact]
    public async Task Says_that_it_is_not_installed()
    {
        GitHub.AddApp("77", _key, "somebody", new Dictionary<string, string>());

        var error = await ShouldFailAsync(BumpAsync(AsApp(id: "77")), ExitCode.Refused, RepositoryCodes.AppNotInstalled);

        error.Message.ShouldContain("acme/gitops");
    }

    [Fact]
    public async Task Says_that_the_key_is_another()
    {
        using var other = RSA.Create(2048);

        await ShouldFailAsync(BumpAsync(AsApp(other.ExportPkcs8PrivateKeyPem())), ExitCode.Refused, ForgeCodes.NotAuthenticated);
    }

    [Theory]
    [InlineData("no key at all")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")]
    public async Task Does_not_show_a_key_it_cannot_use(string key)
    {
        var error = await ShouldFailAsync(BumpAsync(AsApp(key)), ExitCode.Usage, RepositoryCodes.AppKeyInvalid);

        error.ToString().ShouldNotContain(key);
        GitHub.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("GITOPS_APP_ID")]
    [InlineData("GITOPS_APP_PRIVATE_KEY")]
    public async Task Asks_for_both(string only) =>
        await ShouldFailAsync(BumpAsync(Context(("GITOPS_TOKEN", null), (only, "1"))), ExitCode.Usage, RepositoryCodes.AppKeyInvalid);

    [Fact]
    public async Task Says_what_the_installation_may_not()
    {
        GitHub.AddApp("78", _key, "acme", new Dictionary<string, string> { ["contents"] = "read" });

        var error = await ShouldFailAsync(BumpAsync(AsApp(id: "78")), ExitCode.Refused, ForgeCodes.NotPermitted);

        error.Advice!.ShouldContain("contents: write");
    }

    private EngineContext AsApp(string? key = null, string id = Id) =>
        Context(("GITOPS_TOKEN", null), ("GITOPS_APP_ID", id), ("GITOPS_APP_PRIVATE_KEY", key ?? _key.ExportPkcs8PrivateKeyPem()));
}
