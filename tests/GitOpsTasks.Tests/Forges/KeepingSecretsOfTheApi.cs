using System.Security.Cryptography;
using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Tests.Build;

namespace GitOpsTasks.Tests.Forges;

public sealed class KeepingSecretsOfTheApi : ApiSituation
{
    [Theory]
    [InlineData(200)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(422)]
    [InlineData(502)]
    public async Task Shows_no_token_and_no_key(int status)
    {
        using var key = RSA.Create(2048);
        GitHub.AddApp("9", key, "acme", new Dictionary<string, string> { ["contents"] = "write" });
        if (status != 200)
            GitHub.FailWithEcho("POST", "/git/commits$", status, times: int.MaxValue);
        var progress = new RecordedProgress();
        var pem = key.ExportPkcs8PrivateKeyPem();
        var context = Context(("GITOPS_TOKEN", null), ("GITOPS_APP_ID", "9"), ("GITOPS_APP_PRIVATE_KEY", pem)) with { Progress = progress };

        var outcome = await BumpAsync(context, more: ("diff", "true"));

        outcome.ExitCode.ShouldBe(status switch { 200 => ExitCode.Done, 502 => ExitCode.External, _ => ExitCode.Refused });
        string[] shown = [.. progress.Lines, .. outcome.Diagnostics.Select(diagnostic => diagnostic.ToString()), outcome.UntypedResult?.ToString() ?? ""];
        shown.ShouldAllBe(line => !line.Contains("ghs_") && !line.Contains("eyJ") && !line.Contains(pem.Substring(100, 40)));
        GitHub.Requests.ShouldAllBe(request => !request.Path.Contains("ghs_") && !request.Body.Contains("ghs_"));
        if (status == 422)
            outcome.Diagnostics[0].Message.ShouldContain("You sent Bearer ***");
    }

    [Theory]
    [InlineData("/api/v3", "/api/graphql")]
    [InlineData("", "/graphql")]
    public async Task Sends_it_to_the_one_origin_only(string prefix, string graphQl)
    {
        await using var gitHub = new GitHubFake(prefix);
        var remote = await gitHub.AddRepositoryAsync("acme", "gitops");
        await remote.Git.CommitAsync("main", new Dictionary<string, string?> { [File] = Content, ["apps/api/kustomization.yaml"] = Content + "# more\n" });
        var addresses = new List<string>();
        var context = Place.Context(("GITOPS_TOKEN", gitHub.Token), ("GITHUB_API_URL", gitHub.ApiUrl)) with
        {
            HttpHandler = () => new RecordedAddresses(addresses),
        };
        var inputs = new InputValues().Add("image", "web:1.5.0").Add("repository", remote.Url).Add("push", "true").Add("via", "api");

        var outcome = await GitOpsTasks.Bump.BumpTask.Declaration.RunAsync(inputs, context, Token);

        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        (await remote.Git.ReadAsync("main", File))!.ShouldContain("1.5.0");
        addresses.ShouldAllBe(address => address.StartsWith(gitHub.ApiUrl + "/repos/acme/gitops/", StringComparison.Ordinal) || address == gitHub.Url + graphQl);
        addresses.ShouldContain(gitHub.Url + graphQl);
    }

    private sealed class RecordedAddresses(List<string> addresses) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            addresses.Add(request.RequestUri!.AbsoluteUri);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
