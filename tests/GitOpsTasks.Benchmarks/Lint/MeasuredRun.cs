using System.Diagnostics;
using System.Globalization;

namespace GitOpsTasks.Benchmarks.Lint;

/// <summary>What one run of a program took, as the system accounts for it.</summary>
/// <param name="Wall">From start to end.</param>
/// <param name="Processor">Of all threads, in the program and for it in the system.</param>
/// <param name="PeakMegabytes">The most memory that was resident, in units of a million bytes.</param>
/// <param name="ExitCode">Its exit code.</param>
internal sealed record MeasuredRun(TimeSpan Wall, TimeSpan Processor, double PeakMegabytes, int ExitCode)
{
    // Only the parent of a process learns its peak of memory, and .NET keeps that answer to itself.
    private const string Script =
        """
        import os, sys, time
        out = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        start = time.monotonic()
        child = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, out, 1), (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)])
        _, status, usage = os.wait4(child, 0)
        print(time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, os.waitstatus_to_exitcode(status))
        """;

    /// <summary>Runs a program; what it prints goes to a file.</summary>
    public static async Task<MeasuredRun> RunAsync(string folder, string outputFile, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("python3", ["-c", Script, outputFile, program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        using var process = Process.Start(start)!;
        var told = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var figures = told.Split().Where(word => word.Length > 0).Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        return new MeasuredRun(TimeSpan.FromSeconds(figures[0]), TimeSpan.FromSeconds(figures[1]), figures[2] / 1e6, (int)figures[3]);
    }
}
