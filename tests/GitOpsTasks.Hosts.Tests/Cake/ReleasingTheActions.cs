using GitOpsTasks.Hosts.Tests.Actions;
using GitOpsTasks.Hosts.Tests.Declarations;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Hosts.Tests.Cake;

/// <summary>A copy of the script and the actions, released.</summary>
public sealed class ReleasingTheActions : IAsyncLifetime
{
    private const string Image = "registry.example.com:5000/acme/gitops-tasks:1.0.0@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private static readonly string[] s_actions =
        [.. DeclaredFiles.All.Select(file => file.Path).Where(path => path.EndsWith("action.yml", StringComparison.Ordinal))];

    private readonly TemporaryFolder _copy = new();

    public async ValueTask InitializeAsync()
    {
        foreach (var file in s_actions.Append("build/build.cake").Append(".config/dotnet-tools.json"))
            _copy.Write(file, await File.ReadAllTextAsync(Repository.PathOf(file)));
        var restoring = await DotNet.RunToolAsync(_copy.FullPath, "tool", "restore");
        restoring.ExitCode.ShouldBe(0, restoring.Text);
    }

    public ValueTask DisposeAsync()
    {
        _copy.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Writes_the_image_into_every_action_and_changes_nothing_else()
    {
        var development = s_actions.ToDictionary(action => action, action => ActionYaml.Parse(_copy.Read(action)));
        var run = await RunAsync("Release", $"--image={Image}");
        run.ExitCode.ShouldBe(0, run.Text + run.Error);
        foreach (var action in s_actions)
        {
            ActionYaml.Parse(_copy.Read(action)).Image.ShouldBe($"docker://{Image}");
            _copy.Read(action).Replace($"docker://{Image}", development[action].Image, StringComparison.Ordinal).ShouldBe(await File.ReadAllTextAsync(Repository.PathOf(action)));
        }

        _copy.Write("actions/lint/action.yml", _copy.Read("actions/lint/action.yml").Replace(Image, "registry.example.com/acme/gitops-tasks:1.0.0", StringComparison.Ordinal));
        var check = await RunAsync("CheckRelease");
        check.ExitCode.ShouldNotBe(0);
        (check.Text + check.Error).ShouldContain("actions/lint/action.yml: 'docker://registry.example.com/acme/gitops-tasks:1.0.0' is not an image with its digest.");
    }

    [Fact]
    public async Task Refuses_an_image_that_a_tag_can_move()
    {
        var run = await RunAsync("Release", "--image=registry.example.com/acme/gitops-tasks:1.0.0");
        run.ExitCode.ShouldNotBe(0);
        s_actions.ShouldAllBe(action => ActionYaml.Parse(_copy.Read(action)).Image.EndsWith("Dockerfile", StringComparison.Ordinal));
    }

    private Task<ProcessResult> RunAsync(string target, params string[] arguments) =>
        DotNet.RunToolAsync(_copy.FullPath, ["cake", "build/build.cake", $"--target={target}", .. arguments]);
}
