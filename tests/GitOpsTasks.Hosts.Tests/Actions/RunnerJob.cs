using GitOpsTasks.Hosts.Tests.Cli;
using GitOpsTasks.Parts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Hosts.Tests.Actions;

/// <summary>
/// A job of GitHub's runner on this machine: its folders, owned by the runner's user, and steps that run container actions
/// with the mounts, variables and options that the runner gives them (ContainerActionHandler of actions/runner). Only the
/// network is one that the test's Docker Engine has.
/// </summary>
internal sealed class RunnerJob : IDisposable
{
    private const string RunnerUser = "1001:1001";

    // Folders of the runner, and where a container action finds them.
    private static readonly (string Folder, string Mount)[] s_mounts =
    [
        ("_temp", "/github/runner_temp"), ("_temp/_github_home", "/github/home"), ("_temp/_github_workflow", "/github/workflow"),
        ("_temp/_runner_file_commands", "/github/file_commands"), ("web/web", "/github/workspace"),
    ];

    private readonly TemporaryFolder _work = new();

    public RunnerJob()
    {
        foreach (var (folder, _) in s_mounts)
            Directory.CreateDirectory(_work.PathOf(folder));
    }

    /// <summary>Values of the job's variables: its <c>env</c>, and what the context says otherwise than this job does.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>Absolute path of the workspace.</summary>
    public string Workspace => _work.PathOf("web/web");

    /// <summary>Absolute path of RUNNER_TEMP, which is /github/runner_temp in a container.</summary>
    public string Temporary => _work.PathOf("_temp");

    /// <summary>Writes a file of the workspace.</summary>
    public void Write(string file, string text) => _work.Write(Path.Combine("web/web", file), text);

    /// <summary>Reads a file of the workspace.</summary>
    public string Read(string file) => _work.Read(Path.Combine("web/web", file));

    /// <summary>Runs git in the workspace, as a step of the runner's user.</summary>
    public async Task<string> GitAsync(params string[] arguments) =>
        (await new HermeticGit(_work.FullPath).RunAsync(Workspace, ["-c", "safe.directory=*", .. arguments])).Text;

    /// <summary>Runs an action with <c>with</c>, which is checked against what the action declares.</summary>
    /// <param name="container">The image.</param>
    /// <param name="folder">The action's folder in the repository; empty for the root.</param>
    /// <param name="with">Inputs of the step.</param>
    /// <param name="network">host, for servers of the test.</param>
    public async Task<ActionRun> RunAsync(
        ActionContainer container, string folder, Dictionary<string, string> with, string network = "none")
    {
        var image = await container.ImageAsync();
        var action = ActionYaml.Of(folder);
        with.Keys.Except(action.Inputs.Keys).ShouldBeEmpty();
        var (output, summary) = (CommandFile("set_output"), CommandFile("step_summary"));
        await RunAsync("chown", ["-R", RunnerUser, _work.FullPath]);
        var run = await RunAsync("/bin/sh",
        [
            "-c", "exec \"$@\" 2>&1", "sh", RequiredPart.Find("docker"), "--host", image.Daemon.Address, "run",
            "--name", $"gitops_{Guid.NewGuid():N}", "--label", "gitops", "--workdir", "/github/workspace", "--rm",
            .. Context(output, summary).Concat(Inputs(action, with)).Concat(Variables).SelectMany(Option),
            "-v", $"{image.Daemon.Address["unix://".Length..]}:/var/run/docker.sock",
            .. s_mounts.SelectMany(mount => new[] { "-v", $"{_work.PathOf(mount.Folder)}:{mount.Mount}" }),
            "--network", network, ActionImage.Name, .. action.Arguments,
        ]);
        var outputs = RunnerOutputFile.Read(await File.ReadAllBytesAsync(output));
        outputs.Keys.Except(action.Outputs).ShouldBeEmpty();
        return new ActionRun(run.ExitCode, run.Text, outputs, await File.ReadAllTextAsync(summary));
    }

    public void Dispose() => _work.Dispose();

    // The runner passes a variable without a value by its name alone, so that docker takes it from the runner's own environment.
    private static string[] Option(KeyValuePair<string, string> variable) =>
        ["-e", variable.Value.Length == 0 ? variable.Key : $"{variable.Key}={variable.Value}"];

    private static IEnumerable<KeyValuePair<string, string>> Inputs(ActionYaml action, Dictionary<string, string> with) =>
        from input in action.Inputs
        select KeyValuePair.Create($"INPUT_{input.Key.Replace(' ', '_').ToUpperInvariant()}", with.GetValueOrDefault(input.Key) ?? input.Value ?? "");

    private static Dictionary<string, string> Context(string output, string summary) => new()
    {
        ["HOME"] = "/github/home",
        ["CI"] = "true",
        ["GITHUB_ACTIONS"] = "true",
        ["GITHUB_WORKSPACE"] = "/github/workspace",
        ["GITHUB_OUTPUT"] = $"/github/file_commands/{Path.GetFileName(output)}",
        ["GITHUB_STEP_SUMMARY"] = $"/github/file_commands/{Path.GetFileName(summary)}",
        ["GITHUB_REPOSITORY"] = "acme/web",
        ["GITHUB_REF"] = "refs/heads/main",
        ["GITHUB_SHA"] = "6f1c0a6e0d6c1e6d0b6a5c4d3e2f1a0b9c8d7e6f",
        ["GITHUB_RUN_ID"] = "17",
        ["GITHUB_ACTOR"] = "alice",
        ["GITHUB_EVENT_NAME"] = "push",
        ["GITHUB_EVENT_PATH"] = "/github/workflow/event.json",
        ["RUNNER_OS"] = "Linux",
        ["RUNNER_ARCH"] = "X64",
        ["RUNNER_TEMP"] = "/github/runner_temp",
        ["RUNNER_TOOL_CACHE"] = "",
    };

    private string CommandFile(string name)
    {
        var file = _work.PathOf($"_temp/_runner_file_commands/{name}_{Guid.NewGuid()}");
        File.WriteAllText(file, "");
        return file;
    }

    private async Task<ProcessResult> RunAsync(string program, string[] arguments) => await SystemProcessRunner.RunAsync(
        new ProcessCommand(program, arguments)
        {
            WorkingDirectory = _work.FullPath,
            Environment = new EnvironmentSnapshot([new("PATH", Environment.GetEnvironmentVariable("PATH") ?? ""), new("HOME", _work.FullPath)]),
            Deadline = TimeSpan.FromMinutes(5),
        },
        TestContext.Current.CancellationToken);
}
