using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Tests.Registry;

/// <summary>
/// A temporary folder and an engine context in it, which knows nothing of the machine's user. Programs in its bin folder win
/// over those of the machine.
/// </summary>
internal sealed class Workshop : IDisposable
{
    private readonly Dictionary<string, string> _variables = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gitops-workshop-");

    public Workshop()
    {
        _variables["HOME"] = PathOf("home");
        _variables["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "";
        Directory.CreateDirectory(PathOf("home"));
        Directory.CreateDirectory(PathOf("scratch"));
    }

    public HurriedTime Time { get; } = new();

    public EngineContext Context => new()
    {
        Directory = _folder.FullName,
        ScratchRoot = PathOf("scratch"),
        Environment = new EnvironmentSnapshot(_variables),
        Time = Time,
        RunProcess = (command, cancellationToken) => SystemProcessRunner.RunAsync(
            File.Exists(PathOf($"bin/{command.FileName}")) ? command with { FileName = PathOf($"bin/{command.FileName}") } : command,
            cancellationToken),
    };

    public string PathOf(string relative) => Path.Combine(_folder.FullName, relative);

    public Workshop With(string variable, string value)
    {
        _variables[variable] = value;
        return this;
    }

    public string Write(string relative, string text, bool isProgram = false)
    {
        var path = PathOf(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        if (isProgram && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    /// <summary>Runs a part and gives what it printed.</summary>
    public async Task<string> RunAsync(string part, params string[] arguments)
    {
        var command = new ProcessCommand(RequiredPart.Find(part), arguments)
        {
            WorkingDirectory = _folder.FullName,
            Environment = new EnvironmentSnapshot(_variables),
            Deadline = TimeSpan.FromMinutes(2),
        };
        var result = await SystemProcessRunner.RunAsync(command, TestContext.Current.CancellationToken);
        result.Succeeded.ShouldBeTrue(result.Error);
        return result.Text;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
