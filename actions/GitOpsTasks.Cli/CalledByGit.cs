using GitOpsTasks.Contracts;
using GitOpsTasks.Merge;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Cli;

/// <summary>
/// A call as merge driver. git keeps ours, without markers, for every exit code but 0 and 1: whatever ends the command
/// otherwise - bad options, a signal, a bug - the file is merged as git does, and the code is 0 or 1.
/// </summary>
internal sealed class CalledByGit
{
    private readonly DriverRun _run;
    private readonly string _ours;
    private readonly DateTime _writtenAt;

    private CalledByGit(DriverRun run, string ours)
    {
        _run = run;
        _ours = ours;
        _writtenAt = File.GetLastWriteTimeUtc(ours);
    }

    /// <summary>The call in a command line; null where it is no call with files.</summary>
    public static CalledByGit? From(IReadOnlyList<string> args, HostStreams streams, EnvironmentSnapshot environment)
    {
        if (MergeFiles.Guess(args, streams.CurrentDirectory) is not { } files)
            return null;
        var context = HostContext.Create(streams, environment, GlobalValues.Guess([]), SilentProgress.Instance);
        return new CalledByGit(new DriverRun(context, files, MergeMarkers.Default), files.Ours);
    }

    /// <summary>Waits for the command, and merges where it did not.</summary>
    /// <returns>0, or 1 where there are conflicts.</returns>
    public async Task<int> SettleAsync(Task<int> command)
    {
        var code = await CodeOfAsync(command);
        if (code is 0 or 1)
            return code;
        // What was merged already, before the command failed to say so, must not be merged again.
        return File.GetLastWriteTimeUtc(_ours) != _writtenAt ? 1 : (int)(await _run.MergeAsTextAsync("the command failed")).ExitCode;
    }

    private static async Task<int> CodeOfAsync(Task<int> command)
    {
        try
        {
            return await command;
        }
        catch (Exception)
        {
            // Even a bug in reporting must not decide the merge.
            return (int)ExitCode.External;
        }
    }
}
