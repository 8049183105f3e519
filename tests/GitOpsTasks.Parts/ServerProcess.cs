using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace GitOpsTasks.Parts;

/// <summary>A server program that runs for as long as a test needs it; what it prints is kept for the failure message.</summary>
public sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly List<string> _lines = [];

    /// <summary>Starts it.</summary>
    /// <param name="program">Absolute path.</param>
    /// <param name="arguments">Its arguments.</param>
    public ServerProcess(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) 
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>All that it has printed, line by line.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
                return [.. _lines];
        }
    }

    /// <summary>A port that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits until the server answers.</summary>
    /// <param name="isReady">Asks the server; an exception means not yet.</param>
    public async Task WaitAsync(Func<Task<bool>> isReady)
    {
        for (var since = Stopwatch.StartNew(); since.Elapsed < StartDeadline; await Task.Delay(50))
        {
            if (_process.HasExited)
                break;
            try
            {
                if (await isReady())
                    return;
            }
            catch (Exception e) when (e is HttpRequestException or SocketException or IOException)
            {
                // Not listening yet.
            }
        }

        lock (_lines)
            throw new InvalidOperationException($"'{_process.StartInfo.FileName}' did not start:\n{string.Join('\n', _lines.TakeLast(50))}");
    }

    /// <summary>Ends it at once.</summary>
    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    /// <summary>Ends it: politely where it takes a signal, else by force.</summary>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            kill.WaitForExit();
            if (!_process.WaitForExit(TimeSpan.FromSeconds(20)))
                _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (_lines)
        {
            _lines.Add(line);
        }
    }
}
