using GitOpsTasks.Chain;
using GitOpsTasks.Cli.Completion;
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
        if (args is [Completer.Call, ..])
            return Print(streams, new Completer(catalog).Complete([.. args.Skip(1)]));
        if (args is ["help", var name, ..])
            args = [name, "--help"];
        if (args is ["--help"] or ["-h"] or ["help"])
            return Print(streams, HelpText.Root(catalog));

        return CalledByGit.From(args, streams, environment) is { } merge
            ? await merge.SettleAsync(RunCallAsync(args, streams, environment, catalog, cancellationToken))
            : await RunCallAsync(args, streams, environment, catalog, cancellationToken);
    }

    private static async Task<int> RunCallAsync(
        IReadOnlyList<string> args,
        HostStreams streams,
        EnvironmentSnapshot environment,
        IReadOnlyList<TaskEntry> catalog,
        CancellationToken cancellationToken)
    {
        var call = new Call(args, streams, environment, catalog);
        try
        {
            return await call.RunAsync(cancellationToken);
        }
        catch (Exception e) when (ExpectedFailure.From(e, cancellationToken) is { } failure)
        {
            return call.Report(new ResultEnvelope(call.TaskName, failure.ExitCode, failure.Diagnostics));
        }
        catch (Exception e)
        {
            return call.Report(BugReport.Of(call.TaskName, e, call.Global.Verbosity));
        }
    }

    private static int Print(HostStreams streams, string help) =>
        (int)(streams.TryPrint(help) ? ExitCode.Done : ExitCode.External);

    /// <summary>One run of the command, as far as it has come.</summary>
    private sealed class Call(
        IReadOnlyList<string> args, HostStreams streams, EnvironmentSnapshot environment, IReadOnlyList<TaskEntry> catalog)
    {
        private readonly CiSystem _system = CiDetection.Detect(environment);

        public GlobalValues Global { get; private set; } = GlobalValues.Guess(args);

        public string? TaskName { get; private set; }

        private InputValues Inputs { get; set; } = new();

        public int Report(ResultEnvelope envelope) => (int)new OutcomeReport(streams, _system, Global, environment, Places).Write(envelope);

        public async Task<int> RunAsync(CancellationToken cancellationToken)
        {
            var ci = new CiCommands(streams, _system, environment);
            ci.MaskCredentials();
            var line = CommandLine.Parse(args, environment, catalog);
            if (line.Help || line.Task is not { } task)
                return Print(streams, line.Task is null ? HelpText.Root(catalog) : HelpText.Of(line.Task));

            (TaskName, Global, Inputs) = (task.Name, line.Global, line.Inputs);
            ci.MaskSecrets(task);
            var outcome = await ProgressDisplay.RunAsync(
                streams, _system, Global, progress => task.RunAsync(
                    line.Inputs, HostContext.Create(streams, environment, Global, progress), cancellationToken));
            return Report(ci.HandOn(ResultEnvelope.Of(task.Name, outcome)));
        }

        private WorkspacePlaces Places => new(
            _system switch
            {
                CiSystem.GitHub => environment["GITHUB_WORKSPACE"],
                CiSystem.Azure => environment["BUILD_SOURCESDIRECTORY"],
                _ => null,
            },
            Path.GetFullPath(Global.Directory ?? ".", streams.CurrentDirectory),
            Inputs.Texts);
    }
}
