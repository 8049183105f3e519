using System.Text;
using System.Text.Json.Nodes;
using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Tests.Forges;

public sealed class UsingAnotherMakeOfTheApi
{
    [Fact]
    public async Task Bumps_once_and_finds_nothing_to_do_again()
    {
        await using var emulator = await GitHubEmulator.StartAsync();
        await emulator.PutAsync("apps/web/kustomization.yaml", "# web\nimages:\n- name: web\n  newTag: 1.4.0\n");

        var first = await BumpAsync(emulator);
        var again = await BumpAsync(emulator);

        first.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', first.Diagnostics));
        again.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', again.Diagnostics));
        (((BumpResult)first.UntypedResult!).Changed, ((BumpResult)again.UntypedResult!).Changed).ShouldBe((true, false));
        var file = JsonNode.Parse(await emulator.GetAsync("contents/apps/web/kustomization.yaml"))!;
        Encoding.UTF8.GetString(Convert.FromBase64String(file["content"]!.GetValue<string>())).ShouldBe("# web\nimages:\n- name: web\n  newTag: 1.5.0\n");
        var commits = JsonNode.Parse(await emulator.GetAsync("commits?sha=main"))!.AsArray();
        commits.Count.ShouldBe(3);
        commits[0]!["sha"]!.GetValue<string>().ShouldBe(((BumpResult)first.UntypedResult!).Commit);
    }

    private static Task<TaskOutcome> BumpAsync(GitHubEmulator emulator) => BumpTask.Declaration.RunAsync(
        new InputValues().Add("image", "web:1.5.0").Add("repository", $"{emulator.Url}/acme/gitops").Add("push", "true").Add("via", "api"),
        TestEngine.Context(TimeProvider.System, ("GITOPS_TOKEN", GitHubEmulator.Token), ("GITHUB_API_URL", emulator.Url)),
        TestContext.Current.CancellationToken);
}
