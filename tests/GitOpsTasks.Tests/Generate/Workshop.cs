using GitOpsTasks.Contracts;
using GitOpsTasks.Generate;
using GitOpsTasks.Parts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Tests.Generate;

/// <summary>A folder with a spec, the task run on it as hosts do, and the real kustomize over what came out.</summary>
internal sealed class Workshop : IDisposable
{
    public const string FiveLines = "apiVersion: gitops-tasks/v1\nkind: App\nname: web\nimage: ghcr.io/acme/web:1.0.0\nport: 8080\n";

    public string Folder { get; } = Directory.CreateTempSubdirectory("gitops-generate-").FullName;

    public EngineContext Context => new() { Directory = Folder, ScratchRoot = Folder, Environment = EnvironmentSnapshot.Empty };

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
    }

    public string Read(string path) => File.ReadAllText(PathOf(path));

    public IReadOnlyList<string> Files(string below) =>
        [.. Directory.EnumerateFiles(PathOf(below), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(PathOf(below), file)).Order(StringComparer.Ordinal)];

    public IReadOnlyDictionary<string, string> Contents(string below) =>
        Files(below).ToDictionary(file => file, file => Convert.ToHexString(File.ReadAllBytes(PathOf($"{below}/{file}"))));

    public async Task<TaskOutcome<GenerateResult>> RunAsync(params string[] specs) =>
        await RunAsync(new InputValues().Add("spec", specs).Add("out", "apps/web"));

    public async Task<TaskOutcome<GenerateResult>> CheckAsync() =>
        await RunAsync(new InputValues().Add("spec", "web.yaml").Add("out", "apps/web").Add("check", "true"));

    public async Task<TaskOutcome<GenerateResult>> RunAsync(InputValues inputs) =>
        (TaskOutcome<GenerateResult>)await GenerateTask.Declaration.RunAsync(inputs, Context, TestContext.Current.CancellationToken);

    public async Task<GenerateResult> GenerateAsync(string? spec = null)
    {
        if (spec is not null)
            Write("web.yaml", spec);
        var outcome = await RunAsync("web.yaml");
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        return outcome.Result.ShouldNotBeNull();
    }

    public async Task<string> KustomizeAsync(string folder)
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

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string PathOf(string path) => Path.Combine(Folder, path);
}
