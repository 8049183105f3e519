using Polly;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>How requests are repeated: a minute and more after a limit that names no time.</summary>
internal static class GitHubRetry
{
    private static readonly TimeSpan s_afterLimit = TimeSpan.FromMinutes(1);

    /// <summary>Repeats an attempt.</summary>
    /// <param name="time">The clock of waits.</param>
    /// <param name="retries">Attempts after the first.</param>
    public static ResiliencePipeline<GitHubAnswer> Create(TimeProvider time, int retries = 5) =>
        ForgeRetry.Create<GitHubAnswer>(time, s_afterLimit, retries);
}
