namespace GitOpsTasks.Processes;

/// <summary>Starts a program that is talked to while it runs. The other seam, beside <see cref="RunProcess"/>.</summary>
/// <param name="command">The program; its standard input comes from <see cref="IRunningProcess.Input"/> instead.</param>
/// <param name="cancellationToken">Kills the process tree, at any time until the process is disposed.</param>
/// <exception cref="ProcessNotFoundException">No such program on PATH.</exception>
public delegate IRunningProcess StartProcess(ProcessCommand command, CancellationToken cancellationToken);
