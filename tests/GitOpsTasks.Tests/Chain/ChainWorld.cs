using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Tests.Chain;

/// <summary>A folder for an application and its surroundings, with an environment that holds nothing of this machine but PATH.</summary>
internal sealed class ChainWorld : IDisposable
{
    private readonly Dictionary<string, string> _environment;

    public ChainWorld()
    {
        Folder = Directory.CreateTempSubdirectory("gitops-chain-").FullName;
        _environment = new Dictionary<string, string>
        {
            ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "",
            ["HOME"] = Directory.CreateDirectory(Path.Join(Folder, "home")).FullName,
            ["GIT_CONFIG_NOSYSTEM"] = "1",
        };
    }

    public string Folder { get; }

    public EngineContext Context => new()
    {
        Directory = Folder,
        ScratchRoot = Directory.CreateDirectory(Path.Join(Folder, "scratch")).FullName,
        Environment = new EnvironmentSnapshot(_environment),
    };

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Set(string name, string value) => _environment[name] = value;

    public string PathOf(string path) => Path.Join(Folder, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
    }

    public async Task<string> RunAsync(string program, params string[] arguments)
    {
        var result = await SystemProcessRunner.RunAsync(
            new ProcessCommand(program, arguments) { WorkingDirectory = Folder, Environment = Context.Environment }, Token);
        result.Succeeded.ShouldBeTrue($"{program} {string.Join(' ', arguments)}\n{result.Error}");
        return result.Text;
    }

    public Task<string> RunPartAsync(string part, params string[] arguments) => RunAsync(RequiredPart.Find(part), arguments);

    public Task<string> GitAsync(string folder, params string[] arguments) => RunAsync("git", ["-C", PathOf(folder), .. arguments]);

    /// <summary>Every file below a folder with the time it was last written, to see that nothing was touched.</summary>
    public IReadOnlyDictionary<string, (long Size, DateTime Written)> FilesOf(string folder) =>
        Directory.EnumerateFiles(PathOf(folder), "*", SearchOption.AllDirectories)
            .ToDictionary(file => file, file => (new FileInfo(file).Length, File.GetLastWriteTimeUtc(file)));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
