using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Cli;

/// <summary>Makes the engine's view of the world from the command's.</summary>
internal static class HostContext
{
    /// <summary>The context of one run.</summary>
    /// <exception cref="TaskFailedException">The work directory does not exist.</exception>
    public static EngineContext Create(
        HostStreams streams, EnvironmentSnapshot environment, GlobalValues global, IProgressStep progress) => new()
        {
            Directory = WorkDirectory(streams, global),
            ScratchRoot = Path.GetTempPath(),
            Environment = environment,
            Progress = progress,
            HostCommand = HostCommand(),
            TerminalWidth = streams.OutWidth,
        };

    // Started as "dotnet gitops.dll", the program is dotnet.
    private static IReadOnlyList<string> HostCommand()
    {
        var assembly = Path.Join(AppContext.BaseDirectory, "gitops.dll");
        return Environment.ProcessPath switch
        {
            null => ["gitops"],
            var program when Path.GetFileNameWithoutExtension(program) == "dotnet" => [program, assembly],
            var program => [program],
        };
    }

    private static string WorkDirectory(HostStreams streams, GlobalValues global)
    {
        var directory = Path.GetFullPath(global.Directory ?? ".", streams.CurrentDirectory);
        return Directory.Exists(directory) ? directory : throw TaskFailedException.Usage(
            UsageCodes.PathNotFound, $"The directory '{directory}' does not exist.", "Give --directory one that does.");
    }
}
