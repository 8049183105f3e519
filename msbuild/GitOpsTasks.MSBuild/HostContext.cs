using System.Collections;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.MSBuild;

/// <summary>Makes the engine's view of the world from that of a build.</summary>
internal static class HostContext
{
    /// <summary>The context of one run.</summary>
    /// <param name="directory">Absolute folder that relative paths start at.</param>
    /// <param name="progress">Where progress goes.</param>
    public static EngineContext Create(string directory, IProgressStep progress) => new()
    {
        Directory = directory,
        ScratchRoot = Path.GetTempPath(),
        Environment = TakeEnvironment(),
        Progress = progress,
    };

    // The node has the variables of the build that was started, also where it served another before.
    private static EnvironmentSnapshot TakeEnvironment() => new(
        from DictionaryEntry variable in Environment.GetEnvironmentVariables()
        select KeyValuePair.Create((string)variable.Key, (string?)variable.Value ?? ""));
}
