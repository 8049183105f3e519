using GitOpsTasks.Contracts;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Cli.Progress;

/// <summary>Chooses how progress is shown, always on standard error.</summary>
internal static class ProgressDisplay
{
    /// <summary>
    /// Runs a task under the display that fits: live on a terminal, lines and log groups in CI, lines elsewhere, nothing
    /// where it is switched off or only JSON is wanted and no person watches.
    /// </summary>
    public static Task<TaskOutcome> RunAsync(
        HostStreams streams, CiSystem system, GlobalValues global, Func<IProgressStep, Task<TaskOutcome>> run)
    {
        var watched = streams.ErrorIsTerminal && system == CiSystem.None;
        if (global.NoProgress || global.Verbosity == Verbosity.Quiet || (global.Output == OutputFormat.Json && !watched))
            return run(SilentProgress.Instance);
        return watched
            ? LiveProgress.RunAsync(streams.Error, run)
            : run(new PlainProgress(streams.Error, system, global.Verbosity == Verbosity.Detailed));
    }
}
