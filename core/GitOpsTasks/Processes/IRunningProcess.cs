namespace GitOpsTasks.Processes;

/// <summary>
/// A program that runs on while it is talked to over pipes. Disposing closes its input, waits a moment for it to end and
/// kills its process tree otherwise.
/// </summary>
public interface IRunningProcess : IAsyncDisposable
{
    /// <summary>What is written here is the program's standard input; not buffered.</summary>
    Stream Input { get; }

    /// <summary>The program's standard output.</summary>
    Stream Output { get; }
}
