using System.Collections;
using System.Runtime.InteropServices;
using System.Text;
using GitOpsTasks.Chain;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Cli;

/// <summary>The real process around <see cref="GitOpsCommand"/>: its streams, environment and signals.</summary>
internal static class HostProcess
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Runs the command over all tasks there are.</summary>
    public static int RunCatalog(string[] args) => Run(args, CommandCatalog.Entries);

    /// <summary>Runs the command over the given tasks.</summary>
    /// <returns>The exit code of the process.</returns>
    public static int Run(string[] args, IReadOnlyList<TaskEntry> catalog)
    {
        if (CurrentDirectory() is not { } directory)
            return RefuseWithoutDirectory();
        using var cancellation = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        var streams = new HostStreams(
            Writer(Console.OpenStandardOutput(), autoFlush: false),
            Writer(Console.OpenStandardError(), autoFlush: true),
            directory)
        {
            OutIsTerminal = !Console.IsOutputRedirected,
            OutWidth = Console.IsOutputRedirected ? null : TerminalWidth(),
            ErrorIsTerminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
        };
        return GitOpsCommand.RunAsync(args, streams, TakeEnvironment(), catalog, cancellation.Token)
            .GetAwaiter().GetResult();

        // The first signal asks the task to stop and clean up; a second one ends the process at once.
        void Cancel(PosixSignalContext signal)
        {
            signal.Cancel = !cancellation.IsCancellationRequested;
            cancellation.Cancel();
        }
    }

    private static string? CurrentDirectory()
    {
        try
        {
            return Environment.CurrentDirectory;
        }
        catch (IOException)
        {
            // It was deleted, or replaced by another of its name, under a shell that stands in it.
            return null;
        }
    }

    private static int RefuseWithoutDirectory()
    {
        using var error = Writer(Console.OpenStandardError(), autoFlush: true);
        error.WriteLine($"error {CliCodes.NoDirectory}: The current folder is not there any more. Change to one that is, then run it again.");
        return (int)ExitCode.Usage;
    }

    private static int? TerminalWidth()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : null;
        }
        catch (IOException)
        {
            // A terminal that does not tell its size.
            return null;
        }
    }

    private static StreamWriter Writer(Stream stream, bool autoFlush) =>
        new(stream, Utf8) { AutoFlush = autoFlush, NewLine = "\n" };

    private static EnvironmentSnapshot TakeEnvironment()
    {
        var variables = new Dictionary<string, string>();
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
            variables[(string)variable.Key] = (string?)variable.Value ?? "";
        return new EnvironmentSnapshot(variables);
    }
}
