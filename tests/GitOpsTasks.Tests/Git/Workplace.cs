using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Tests.Git;

/// <summary>A directory to run tasks in, a home and a scratch folder, of one test's own. Nothing of the machine's settings is seen.</summary>
internal sealed class Workplace : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("gitops-test-");
    private readonly HermeticGit _git;

    public Workplace()
    {
        _git = new HermeticGit(_root.FullName);
        foreach (var folder in (string[])[Folder, Home, Scratch])
            Directory.CreateDirectory(folder);
    }

    public string Folder => Path.Combine(_root.FullName, "work");

    public string Home => Path.Combine(_root.FullName, "home");

    public string Scratch => Path.Combine(_root.FullName, "scratch");

    /// <summary>Where a program that should never run would leave its trace.</summary>
    public string Canary => Path.Combine(_root.FullName, "canary");

    public EngineContext Context(params (string Name, string? Value)[] variables)
    {
        var environment = new EnvironmentSnapshot(new Dictionary<string, string>
        {
            ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "",
            ["HOME"] = Home,
            ["GIT_CONFIG_NOSYSTEM"] = "1",
        });
        return new EngineContext
        {
            Directory = Folder,
            ScratchRoot = Scratch,
            Environment = environment.With(variables.Select(variable => KeyValuePair.Create(variable.Name, variable.Value))),
        };
    }

    public string PathOf(string path) => Path.Combine(Folder, path);

    public void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), content);
    }

    public void WriteScript(string path, string commands)
    {
        Write(path, "#!/bin/sh\n" + commands + "\n");
        File.SetUnixFileMode(PathOf(path), (UnixFileMode)0b111_101_101);
    }

    public string Read(string path) => File.ReadAllText(PathOf(path));

    /// <summary>Runs git in the directory; a failure is an exception.</summary>
    public async Task<string> GitAsync(params string[] arguments) => (await _git.RunAsync(Folder, arguments)).Text;

    /// <summary>Runs another program in the directory; a failure is an exception.</summary>
    public async Task RunAsync(string program, params string[] arguments)
    {
        var result = await SystemProcessRunner.RunAsync(
            new ProcessCommand(program, arguments) { WorkingDirectory = Folder, Environment = Context().Environment }, CancellationToken.None);
        if (!result.Succeeded)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {result.Error}");
    }

    /// <summary>Makes the directory a repository with everything in it committed.</summary>
    public async Task CommitAllAsync()
    {
        await GitAsync("init", "--quiet", "--initial-branch=main");
        await GitAsync("-c", "core.autocrlf=false", "add", "--all");
        await GitAsync("commit", "--quiet", "--allow-empty", "-m", "start");
    }

    public void Dispose() => _root.Delete(recursive: true);
}
