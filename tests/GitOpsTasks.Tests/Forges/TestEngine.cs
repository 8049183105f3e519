using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Tests.Forges;

/// <summary>The context of an engine under test: real processes and network, an environment without the machine's own settings.</summary>
internal static class TestEngine
{
    public static EngineContext Context(TimeProvider time, params (string Name, string Value)[] variables)
    {
        var temporary = Path.GetTempPath();
        var environment = new Dictionary<string, string>
        {
            ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "",
            ["HOME"] = temporary,
            ["GIT_CONFIG_NOSYSTEM"] = "1",
            ["GIT_CONFIG_GLOBAL"] = "/dev/null",
        };
        foreach (var (name, value) in variables)
            environment[name] = value;
        return new EngineContext
        {
            Directory = temporary,
            ScratchRoot = temporary,
            Environment = new EnvironmentSnapshot(environment),
            Time = time,
        };
    }
}
