using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Build.Buildx;

/// <summary>Runs the docker command.</summary>
/// <param name="context">Starts it.</param>
/// <param name="environment">Its environment.</param>
internal sealed class DockerCommand(EngineContext context, EnvironmentSnapshot environment)
{
    /// <summary>Runs it to its end. It is killed when the call is cancelled.</summary>
    /// <exception cref="TaskFailedException">GOT5017: there is none; GOT1009: it took too long.</exception>
    public async Task<ProcessResult> RunAsync(
        IReadOnlyList<string> arguments, TimeSpan deadline, Action<string>? onErrorLine, CancellationToken cancellationToken)
    {
        var command = new ProcessCommand("docker", arguments)
        {
            WorkingDirectory = context.Directory,
            Environment = environment,
            Deadline = deadline,
            OnErrorLine = onErrorLine,
        };
        try
        {
            return await context.RunProcess(command, cancellationToken);
        }
        catch (ProcessNotFoundException)
        {
            throw TaskFailedException.Usage(
                BuildCodes.BuildxMissing,
                "There is no docker command on PATH, which builder buildx runs.",
                "Install the docker command with its buildx plugin, or use builder docker or layers.");
        }
        catch (TimeoutException e)
        {
            throw TaskFailedException.External(
                UsageCodes.DeadlinePassed, $"'docker {arguments[0]} {arguments[1]}' did not end within {deadline.TotalMinutes:0} minutes.", "Look at what it waits for.", e);
        }
    }
}
