namespace GitOpsTasks.Processes;

/// <summary>Runs a program to its end. The one seam through which the engine starts processes.</summary>
/// <param name="command">The program and all it is given.</param>
/// <param name="cancellationToken">Cancels by killing the process tree.</param>
/// <returns>Exit code and output; a non-zero exit code does not throw.</returns>
/// <exception cref="ProcessNotFoundException">No such program on PATH.</exception>
/// <exception cref="TimeoutException">The deadline passed; the process tree was killed.</exception>
public delegate Task<ProcessResult> RunProcess(ProcessCommand command, CancellationToken cancellationToken);
