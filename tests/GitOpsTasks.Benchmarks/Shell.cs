using System.Diagnostics;

namespace GitOpsTasks.Benchmarks;

/// <summary>Starts programs and waits for them.</summary>
internal static class Shell
{
    /// <summary>Runs a program; its output is kept from the terminal.</summary>
    /// <returns>From before its start until after its end.</returns>
    /// <exception cref="InvalidOperationException">It ended with an exit code other than the expected.</exception>
    public static async Task<TimeSpan> RunAsync(
        string program,
        IEnumerable<string> arguments,
        int expectedExitCode = 0,
        string? folder = null,
        IEnumerable<KeyValuePair<string, string>>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        foreach (var (name, value) in environment ?? [])
            start.Environment[name] = value;
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var took = clock.Elapsed;
        return process.ExitCode == expectedExitCode
            ? took
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {output}{await error}");
    }
}
