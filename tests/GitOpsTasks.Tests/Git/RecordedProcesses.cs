using GitOpsTasks.Processes;

namespace GitOpsTasks.Tests.Git;

/// <summary>Starts real processes and remembers them; one git verb can be given another ending.</summary>
internal sealed class RecordedProcesses
{
    private readonly List<ProcessCommand> _commands = [];

    /// <summary>Called with the command and its result; what it returns is what the engine sees.</summary>
    public Func<ProcessCommand, ProcessResult, ProcessResult> Ending { get; init; } = (_, result) => result;

    public IReadOnlyList<ProcessCommand> Commands
    {
        get
        {
            lock (_commands)
                return [.. _commands];
        }
    }

    public int Count(string verb) => Commands.Count(command => command.Arguments.Contains(verb));

    public async Task<ProcessResult> RunAsync(ProcessCommand command, CancellationToken cancellationToken)
    {
        lock (_commands)
            _commands.Add(command);
        return Ending(command, await SystemProcessRunner.RunAsync(command, cancellationToken));
    }
}
