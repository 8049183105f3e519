using GitOpsTasks.Chain;
using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Init;
using GitOpsTasks.Parts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Tests.Init;

/// <summary>A folder named <c>shop</c> with sources, and the tasks run on it as hosts do.</summary>
internal sealed class Site : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("gitops-init-").FullName;

    public Site() => Directory.CreateDirectory(Folder);

    public string Folder => Path.Combine(_root, "shop");

    public EngineContext Context => new() { Directory = Folder, ScratchRoot = _root, Environment = EnvironmentSnapshot.Empty };

    public void Dispose() => Directory.Delete(_root, recursive: true);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
    }

    public string Read(string path) => File.ReadAllText(PathOf(path));

    public bool Has(string path) => File.Exists(PathOf(path));

    public string PathOf(string path) => Path.Combine(Folder, path);

    /// <summary>A checkout of a repository on a host, as far as files tell.</summary>
    public void CheckOut(string url, string head = "main")
    {
        Write(".git/config", $"[core]\n\tbare = false\n[remote \"origin\"]\n\turl = {url}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n");
        Write(".git/HEAD", $"ref: refs/heads/{head}\n");
    }

    public IReadOnlyDictionary<string, string> Contents() =>
        Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(Folder, file), file => Convert.ToHexString(File.ReadAllBytes(file)));

    /// <summary>Inputs as <c>name=value</c>.</summary>
    public async Task<TaskOutcome> TryAsync(string task, params string[] inputs)
    {
        var values = new InputValues();
        foreach (var input in inputs.Select(input => input.Split('=', 2)))
            values.Add(input[0], input[1]);
        return await TaskCatalog.Entries.Single(entry => entry.Name == task).Load().RunAsync(values, Context, TestContext.Current.CancellationToken);
    }

    public async Task<(InitResult Result, IReadOnlyList<Diagnostic> Diagnostics)> InitAsync(params string[] inputs)
    {
        var outcome = await TryAsync("init", inputs);
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        return (((TaskOutcome<InitResult>)outcome).Result!, outcome.Diagnostics);
    }

    public GitOpsConfig Config() => GitOpsConfigFile.Parse(File.ReadAllBytes(PathOf("gitops.yaml")), "gitops.yaml");

    /// <summary>Generates what is proposed, checks all of it strictly, and builds each overlay with kustomize.</summary>
    public async Task<string> DeliverAsync()
    {
        var config = Config();
        foreach (var (name, app) in config.Apps.Where(app => app.Value.Spec is not null))
        {
            var generated = await TryAsync("generate", $"spec={app.Spec}", $"out={config.AppPath(name)}");
            generated.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', generated.Diagnostics));
        }

        var linted = await TryAsync("lint", [.. config.Apps.Keys.Select(name => $"path={config.AppPath(name)}")]);
        linted.Diagnostics.Where(found => found.Severity != Severity.Note && found.Rule != "no-liveness-probe").ShouldBeEmpty();
        linted.ExitCode.ShouldBe(ExitCode.Done);
        var texts = new List<string>();
        foreach (var name in config.Apps.Keys)
        {
            foreach (var environment in config.Environments)
                texts.Add(await KustomizeAsync(config.EnvironmentPath(environment, name)));
        }

        return string.Join("---\n", texts);
    }

    private async Task<string> KustomizeAsync(string folder)
    {
        var command = new ProcessCommand(RequiredPart.Find("kubectl"), ["kustomize", PathOf(folder)])
        {
            WorkingDirectory = Folder,
            Environment = new EnvironmentSnapshot([KeyValuePair.Create("HOME", Folder), KeyValuePair.Create("PATH", "/usr/bin:/bin")]),
        };
        var result = await SystemProcessRunner.RunAsync(command, TestContext.Current.CancellationToken);
        result.Error.ShouldBe("");
        result.Succeeded.ShouldBeTrue();
        return result.Text + "\n";
    }
}
