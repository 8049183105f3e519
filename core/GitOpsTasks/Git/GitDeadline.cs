using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Git;

/// <summary>How long a single git call may take before its process tree is killed.</summary>
internal static class GitDeadline
{
    /// <summary>The environment variable that sets it, such as <c>30m</c>.</summary>
    public const string Variable = "GITOPS_GIT_DEADLINE";

    private static readonly TimeSpan s_default = TimeSpan.FromMinutes(10);

    /// <summary>The deadline of an environment.</summary>
    /// <exception cref="TaskFailedException">GOT6021: the variable holds no duration.</exception>
    public static TimeSpan Of(EnvironmentSnapshot environment)
    {
        if (environment[Variable] is not { } text)
            return s_default;
        try
        {
            return DurationText.Parse(text) is { Ticks: > 0 } deadline ? deadline : s_default;
        }
        catch (FormatException e)
        {
            throw TaskFailedException.Usage(GitCodes.DeadlineInvalid, $"'{text}' in {Variable} is not a duration.", e.Message);
        }
    }
}
