using GitOpsTasks.Contracts;

namespace GitOpsTasks.Lint;

/// <summary>Exit codes of a lint.</summary>
internal static class LintVerdict
{
    /// <summary>What yamllint exits with where its configuration is wrong.</summary>
    public const ExitCode WrongConfiguration = (ExitCode)255;

    private const ExitCode WarningsOnly = (ExitCode)2;

    /// <summary>The exit code of a result.</summary>
    public static ExitCode Of(LintRequest request, LintResult result)
    {
        if (result.Errors > 0)
            return ExitCode.Findings;
        if (!request.Strict || result.Warnings == 0)
            return ExitCode.Done;
        return request.YamllintExitCodes ? WarningsOnly : ExitCode.Findings;
    }
}
