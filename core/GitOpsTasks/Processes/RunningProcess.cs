#pragma warning disable RS0030 // Beside SystemProcessRunner, which starts it, the one place that holds a process.
using System.Diagnostics;

namespace GitOpsTasks.Processes;

/// <summary>A real process behind <see cref="IRunningProcess"/>. It lives no longer than its deadline.</summary>
internal sealed class RunningProcess : IRunningProcess
{
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly CancellationTokenSource _end;
    private readonly CancellationTokenRegistration _killing;
    private readonly Task _errors;

    /// <summary>Takes over a process that was just started.</summary>
    public RunningProcess(Process process, ProcessCommand command, CancellationToken cancellationToken)
    {
        _process = process;
        _end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _end.CancelAfter(command.Deadline);
        _killing = _end.Token.Register(() => SystemProcessRunner.Kill(process));
        _errors = SystemProcessRunner.ReadErrorsAsync(process, command.OnErrorLine, CancellationToken.None);
    }

    /// <inheritdoc />
    public Stream Input => _process.StandardInput.BaseStream;

    /// <inheritdoc />
    public Stream Output => _process.StandardOutput.BaseStream;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _killing.DisposeAsync();
        _end.Dispose();
        try
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync().WaitAsync(s_grace);
            await _errors.WaitAsync(s_grace);
        }
        catch (Exception e) when (e is IOException or TimeoutException)
        {
            // It ended before it read its input, or does not end by itself.
        }
        finally
        {
            SystemProcessRunner.Kill(_process);
            _process.Dispose();
        }
    }
}
