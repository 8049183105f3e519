namespace GitOpsTasks.Contracts;

/// <summary>An expected failure that ends a task. Caught once, where the task is run, and turned into its outcome.</summary>
public sealed class TaskFailedException : Exception
{
    /// <summary>Ends the task with one diagnostic.</summary>
    public TaskFailedException(ExitCode exitCode, Diagnostic diagnostic, Exception? inner = null)
        : this(exitCode, [diagnostic], inner)
    {
    }

    /// <summary>Ends the task with several diagnostics.</summary>
    public TaskFailedException(ExitCode exitCode, IReadOnlyList<Diagnostic> diagnostics, Exception? inner = null)
        : base(string.Join('\n', diagnostics), inner)
    {
        ExitCode = exitCode;
        Diagnostics = diagnostics;
    }

    /// <summary>The exit code the task ends with.</summary>
    public ExitCode ExitCode { get; }

    /// <summary>What is wrong; never empty.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Bad usage or configuration: exit code 2.</summary>
    public static TaskFailedException Usage(string code, string message, string? advice = null, SourcePlace? place = null) =>
        new(ExitCode.Usage, Diagnostic.Error(code, message, advice, place));

    /// <summary>A change refused, or findings: exit code 1.</summary>
    public static TaskFailedException Findings(string code, string message, string? advice = null, SourcePlace? place = null) =>
        new(ExitCode.Findings, Diagnostic.Error(code, message, advice, place));

    /// <summary>An outside system failed: exit code 3.</summary>
    public static TaskFailedException External(string code, string message, string? advice = null, Exception? inner = null) =>
        new(ExitCode.External, Diagnostic.Error(code, message, advice), inner);

    /// <summary>An outside system said no for good: exit code 4.</summary>
    public static TaskFailedException Refused(string code, string message, string? advice = null) =>
        new(ExitCode.Refused, Diagnostic.Error(code, message, advice));
}
