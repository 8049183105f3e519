using GitOpsTasks.Contracts;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Cli;

/// <summary>What is said of an exception nobody expected.</summary>
internal static class BugReport
{
    /// <summary>One diagnostic: the exception's type, and with <c>--verbosity detailed</c> all that is known of it.</summary>
    public static ResultEnvelope Of(string? task, Exception exception, Verbosity verbosity)
    {
        var detailed = verbosity == Verbosity.Detailed;
        var shown = detailed ? exception.ToString() : exception.GetType().FullName;
        return new ResultEnvelope(task, ExitCode.External,
        [
            Diagnostic.Error(
                CliCodes.Bug,
                $"This is a bug in gitops: {shown}",
                detailed ? "Report it with these lines." : "Run it again with '--verbosity detailed' and report what it prints."),
        ]);
    }
}
