using GitOpsTasks.Chain;
using GitOpsTasks.Hosts.Tests.Cli;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Hosts.Tests.Promote;

/// <summary>
/// What the command prints and hands on in a pipeline where names, versions, messages and people are written by others: its own
/// commands, and not one more.
/// </summary>
public sealed class PrintingHostileText : IAsyncLifetime
{
    private const string Line = "$(touch canary) `id` ##vso[task.setvariable variable=a]b ::set-output name=a::b ##[error]x <img src=x> @team";

    private static readonly string[] s_own =
        ["::warning title=GOT", "::warning file=apps/", "::notice title=GOT", "::error title=GOT", "::group::", "::endgroup::", "::add-mask::"];

    private static readonly string[] s_ownOfAzure =
    [
        "##vso[task.logissue type=", "##vso[task.setsecret]", "##[group]", "##[endgroup]",
        .. new[] { "changed", "pull-request-numbers", "pull-request-urls", "branches", "states" }
            .SelectMany(output => new[] { $"gitops_promote_{Name(output)};issecret=false", $"{Name(output)};isOutput=true;issecret=false" })
            .Select(properties => $"##vso[task.setvariable variable={properties}"),
    ];

    private readonly GitHubFake _github = new();
    private readonly TemporaryFolder _folder = new();
    private GitHubFakeRepository _repository = null!;

    public async ValueTask InitializeAsync()
    {
        _repository = await _github.AddRepositoryAsync("acme", "gitops");
        var app = Line.Replace('/', '_');
        await _repository.Git.CommitAsync("main", new Dictionary<string, string?>
        {
            [$"apps/{app}/overlays/dev/kustomization.yaml"] = $"images:\n- name: web\n  newTag: '1.5.0 {Line}'\n",
            [$"apps/{app}/overlays/staging/kustomization.yaml"] = "images:\n- name: web\n  newTag: 1.4.0\n",
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _github.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Gives_a_runner_of_GitHub_no_command_but_its_own()
    {
        var output = Path.Combine(_folder.FullPath, "output");
        var run = await RunAsync(("GITHUB_ACTIONS", "true"), ("GITHUB_OUTPUT", output));
        foreach (var command in run.GitHubCommands)
        {
            s_own.ShouldContain(own => command.StartsWith(own, StringComparison.Ordinal), command);
            command.ShouldNotContain("##[");
        }

        run.GitHubCommands.ShouldContain(command => command.StartsWith("::warning title=GOT", StringComparison.Ordinal), run.Out + run.Error);
        var handedOn = RunnerOutputFile.Read(await File.ReadAllBytesAsync(output, TestContext.Current.CancellationToken));
        handedOn.Keys.ShouldBeSubsetOf(["changed", "pull-request-numbers", "pull-request-urls", "branches", "states"]);
        handedOn["states"].ShouldEndWith("-to-staging=opened");
        handedOn["states"].Split('\n').Length.ShouldBe(1);
    }

    [Fact]
    public async Task Gives_an_agent_of_Azure_no_command_but_its_own()
    {
        var run = await RunAsync(("TF_BUILD", "True"));
        foreach (var command in run.AzureCommands)
        {
            var own = s_ownOfAzure.FirstOrDefault(own => command.StartsWith(own, StringComparison.Ordinal)).ShouldNotBeNull(command);
            command[own.Length..].ShouldNotContain("##vso[");
            command[own.Length..].ShouldNotContain("##[");
        }

        run.AzureCommands.ShouldContain(command => command.StartsWith("##vso[task.logissue type=warning", StringComparison.Ordinal), run.Out + run.Error);
    }

    private static string Name(string output) => output.Replace('-', '_');

    private async Task<CommandRun> RunAsync(params (string Name, string Value)[] variables)
    {
        var environment = new Dictionary<string, string>
        {
            ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "",
            ["HOME"] = _folder.FullPath,
            ["GIT_CONFIG_NOSYSTEM"] = "1",
            ["GITOPS_TOKEN"] = _github.Token,
            ["GITHUB_SERVER_URL"] = _github.Url,
            ["GITHUB_API_URL"] = _github.ApiUrl,
        };
        foreach (var (name, value) in variables)
            environment[name] = value;
        var run = await CommandRun.Over(
            TaskCatalog.Entries,
            environment,
            "promote", "--from", "dev", "--to", "staging", "--repository", _repository.Url + ".git", "--reviewer", Line, "--render", "off");
        run.ExitCode.ShouldBe(0, run.Out + run.Error);
        File.Exists(Path.Combine(_folder.FullPath, "canary")).ShouldBeFalse();
        return run;
    }
}
