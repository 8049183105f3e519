using System.Diagnostics;

namespace GitOpsTasks.Parts;

/// <summary>
/// A <c>gitops</c> that is run as a process of its own, with a HOME and a TMPDIR of its own: it shares nothing with another
/// but the remote.
/// </summary>
public sealed class GitOpsProcess : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("gitops-process-");
    private readonly string[] _program;

    /// <summary>Makes the folders.</summary>
    /// <param name="program">The program, and what comes before its arguments: <c>dotnet</c> and an assembly, for one.</param>
    public GitOpsProcess(params string[] program)
    {
        _program = program;
        Directory.CreateDirectory(Home);
        Directory.CreateDirectory(Scratch);
    }

    /// <summary>Its HOME.</summary>
    public string Home => Path.Combine(_root.FullName, "home");

    /// <summary>Its TMPDIR.</summary>
    public string Scratch => Path.Combine(_root.FullName, "tmp");

    /// <summary>Starts it; it leads a process group of its own, so that all it starts can be killed with it.</summary>
    public Process Start(IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> variables)
    {
        var start = new ProcessStartInfo("setsid", [.. _program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Home,
        };
        start.Environment.Clear();
        foreach (var name in (string[])["PATH", "DOTNET_ROOT"])
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
                start.Environment[name] = value;
        }

        foreach (var (name, value) in variables.Prepend(("GIT_CONFIG_NOSYSTEM", "1")).Prepend(("TMPDIR", Scratch)).Prepend(("HOME", Home)))
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Runs it to its end.</summary>
    public async Task<GitOpsAnswer> RunAsync(IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> variables)
    {
        var clock = Stopwatch.StartNew();
        using var process = Start(arguments, variables);
        return await GitOpsAnswer.OfAsync(process, clock);
    }

    /// <inheritdoc />
    public void Dispose() => _root.Delete(recursive: true);
}
