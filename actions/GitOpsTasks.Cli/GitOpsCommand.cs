using GitOpsTasks.Chain;
using GitOpsTasks.Cli.Progress;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Cli;

/// <summary>The <c>gitops</c> command, free of the process it runs in.</summary>
internal static class GitOpsCommand
{
    /// <summary>Parses, runs and reports.</summary>
    /// <param name="args">The command line after the program's name.</param>
    /// <param name="streams">Where it prints and where it was started.</param>
    /// <param name="environment">Its environment.</param>
    /// <param name="catalog">The tasks it knows.</param>
    /// <param name="cancellationToken">Cancels the task; the exit code is then 130.</param>
    /// <returns>An <see cref="ExitCode"/> as a number.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args,
        HostStreams streams,
        EnvironmentSnapshot environment,
        IReadOnlyList<TaskEntry> catalog,
        CancellationToken cancellationToken)
    {
        if (args is ["--help"] or ["-h"])
        {
            streams.Out.Write(HelpText.Root(catalog));
            return (int)ExitCode.Done;
        }

        var call = new Call(args, streams, environment, catalog);
        try
        {
            return (int)await call.RunAsync(cancellationToken);
        }
        catch (Exception e) when (ExpectedFailure.From(e, cancellationToken) is { } failure)
        {
            return (int)call.Report(new ResultEnvelope(call.TaskName, failure.ExitCode, failure.Diagnostics));
        }
        catch (Exception e)
        {
            return (int)call.Report(BugReport.Of(call.TaskName, e, call.Global.Verbosity));
        }
    }

    /// <summary>One run of the command, as far as it has come.</summary>
    private sealed class Call(
        IReadOnlyList<string> args, HostStreams streams, EnvironmentSnapshot environment, IReadOnlyList<TaskEntry> catalog)
    {
        private readonly CiSystem _system = CiDetection.Detect(environment);

        public GlobalValues Global { get; private set; } = GlobalValues.Guess(args);

        public string? TaskName { get; private set; }

        public ExitCode Report(ResultEnvelope envelope) => new OutcomeReport(streams, _system, Global).Write(envelope);

        public async Task<ExitCode> RunAsync(CancellationToken cancellationToken)
        {
            var line = CommandLine.Parse(args, environment, catalog);
            if (line.Help || line.Task is not { } task)
            {
                streams.Out.Write(line.Task is null ? HelpText.Root(catalog) : HelpText.Of(line.Task));
                return ExitCode.Done;
            }

            (TaskName, Global) = (task.Name, line.Global);
            var ci = new CiCommands(streams, _system, environment);
            ci.MaskSecrets(task);
            var outcome = await ProgressDisplay.RunAsync(
                streams, _system, Global, progress => task.RunAsync(
                    line.Inputs, HostContext.Create(streams, environment, Global, progress), cancellationToken));
            return Report(ci.HandOn(ResultEnvelope.Of(task.Name, outcome)));
        }
    }
}
