#pragma warning disable RS0030 // The one place that may start processes.
using System.ComponentModel;
using System.Diagnostics;

namespace GitOpsTasks.Processes;

/// <summary>
/// Starts real processes: the implementation of <see cref="RunProcess"/> and <see cref="StartProcess"/> that every host uses.
/// </summary>
public static class SystemProcessRunner
{
    /// <inheritdoc cref="RunProcess" />
    public static async Task<ProcessResult> RunAsync(ProcessCommand command, CancellationToken cancellationToken)
    {
        using var process = Start(command);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(command.Deadline);
        var output = new MemoryStream();
        try
        {
            var writing = WriteInputAsync(process, command.StandardInput, deadline.Token);
            var errors = ReadErrorsAsync(process, command.OnErrorLine, deadline.Token);
            await process.StandardOutput.BaseStream.CopyToAsync(output, deadline.Token);
            await writing;
            var error = await errors;
            await process.WaitForExitAsync(deadline.Token);
            return new ProcessResult(process.ExitCode, output.GetBuffer().AsMemory(0, (int)output.Length), error);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(
                $"'{command.FileName}' did not end within {command.Deadline.TotalSeconds:0} seconds.", e);
        }
        finally
        {
            Kill(process);
        }
    }

    /// <inheritdoc cref="StartProcess" />
    public static IRunningProcess StartPiped(ProcessCommand command, CancellationToken cancellationToken) =>
        new RunningProcess(Start(command), command, cancellationToken);

    private static Process Start(ProcessCommand command)
    {
        var program = ProgramPath.Find(command.FileName, command.Environment) ?? throw new ProcessNotFoundException(command.FileName);
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = command.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var argument in command.Arguments)
            start.ArgumentList.Add(argument);
        start.Environment.Clear();
        foreach (var (name, value) in command.Environment.Variables)
            start.Environment[name] = value;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e) when (Directory.Exists(command.WorkingDirectory))
        {
            throw new ProcessNotFoundException(command.FileName, e);
        }
    }

    private static async Task WriteInputAsync(Process process, ReadOnlyMemory<byte> input, CancellationToken token)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, token);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program ended without reading its input; its exit code tells why.
        }
    }

    internal static async Task<string> ReadErrorsAsync(Process process, Action<string>? onLine, CancellationToken token)
    {
        if (onLine is null)
            return await process.StandardError.ReadToEndAsync(token);
        var lines = new List<string>();
        while (await process.StandardError.ReadLineAsync(token) is { } line)
        {
            onLine(line);
            lines.Add(line);
        }

        return string.Join('\n', lines);
    }

    internal static void Kill(Process process)
    {
        if (process.HasExited)
            return;
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // Ended by itself in between.
        }
    }
}
