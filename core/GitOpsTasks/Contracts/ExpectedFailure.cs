using GitOpsTasks.Processes;

namespace GitOpsTasks.Contracts;

/// <summary>Which exceptions are expected failures of a task; all others are bugs and are thrown on.</summary>
public static class ExpectedFailure
{
    /// <summary>The failure an exception stands for, or null where it is a bug.</summary>
    public static TaskFailedException? From(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        TaskFailedException failed => failed,
        OperationCanceledException when cancellationToken.IsCancellationRequested => new TaskFailedException(
            ExitCode.Cancelled,
            Diagnostic.Error(UsageCodes.Cancelled, "Cancelled; nothing more was written.")),
        ProcessNotFoundException missing => TaskFailedException.Usage(
            UsageCodes.ProgramNotFound,
            $"The program '{missing.FileName}' is needed and was not found.",
            $"Install '{missing.FileName}' or put it on PATH."),
        TimeoutException late => TaskFailedException.External(
            UsageCodes.DeadlinePassed, late.Message, "Try again; if it stays so, look at the network or the server.", late),
        _ => null,
    };
}
