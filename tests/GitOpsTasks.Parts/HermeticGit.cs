using System.Globalization;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Parts;

/// <summary>git as a test runs it: nothing of the machine's or user's configuration, a fixed author, a clock that ticks once a call.</summary>
public sealed class HermeticGit
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string _home;
    private int _ticks;

    /// <summary>A git with a home of its own.</summary>
    /// <param name="home">An existing folder; nothing is written there.</param>
    public HermeticGit(string home) => _home = home;

    /// <summary>The time of the next commit: a second after the last.</summary>
    public DateTimeOffset NextTime() => Start.AddSeconds(Interlocked.Increment(ref _ticks));

    /// <summary>The environment of the next call.</summary>
    public EnvironmentSnapshot NextEnvironment()
    {
        var date = NextTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return new EnvironmentSnapshot(new Dictionary<string, string>
        {
            ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "",
            ["HOME"] = _home,
            ["LC_ALL"] = "C",
            ["GIT_CONFIG_NOSYSTEM"] = "1",
            ["GIT_TERMINAL_PROMPT"] = "0",
            ["GIT_AUTHOR_NAME"] = "Test Author",
            ["GIT_AUTHOR_EMAIL"] = "author@example.com",
            ["GIT_AUTHOR_DATE"] = date,
            ["GIT_COMMITTER_NAME"] = "Test Committer",
            ["GIT_COMMITTER_EMAIL"] = "committer@example.com",
            ["GIT_COMMITTER_DATE"] = date,
        });
    }

    /// <summary>Runs git to its end, whatever the exit code.</summary>
    /// <param name="directory">Absolute path of where it runs.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="input">Its standard input.</param>
    /// <param name="variables">More environment variables, which win over those of this class.</param>
    public Task<ProcessResult> TryRunAsync(
        string directory,
        IReadOnlyList<string> arguments,
        ReadOnlyMemory<byte> input = default,
        IEnumerable<KeyValuePair<string, string?>>? variables = null) =>
        SystemProcessRunner.RunAsync(
            new ProcessCommand("git", arguments)
            {
                WorkingDirectory = directory,
                Environment = NextEnvironment().With(variables ?? []),
                StandardInput = input,
                Deadline = TimeSpan.FromMinutes(2),
            },
            CancellationToken.None);

    /// <summary>Runs git; a failure is an exception with what git said.</summary>
    public async Task<ProcessResult> RunAsync(string directory, IReadOnlyList<string> arguments, ReadOnlyMemory<byte> input = default)
    {
        var result = await TryRunAsync(directory, arguments, input);
        return result.Succeeded
            ? result
            : throw new InvalidOperationException(
                $"git {string.Join(' ', arguments)} ended with {result.ExitCode}: {result.Text} {result.Error}");
    }
}
