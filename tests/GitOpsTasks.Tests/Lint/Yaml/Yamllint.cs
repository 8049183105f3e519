using System.Diagnostics;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Tests.Lint.Yaml;

/// <summary>Runs the installed yamllint.</summary>
internal static class Yamllint
{
    /// <summary>The lines it prints about each file; null where it crashed on the file.</summary>
    /// <param name="folder">Where the files are.</param>
    /// <param name="files">Names in the folder.</param>
    /// <param name="configuration">Absolute path.</param>
    public static Dictionary<string, string[]?> Check(string folder, IReadOnlyList<string> files, string configuration)
    {
        var found = files.ToDictionary(file => file, string[]? (_) => []);
        Check(folder, files, configuration, found);
        return found;
    }

    /// <summary>Runs it once.</summary>
    public static (int ExitCode, string Output, string Error) Run(string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(RequiredPart.Find("yamllint"), arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        start.Environment["HOME"] = folder;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    // It stops at the first file it crashes on, the last that it printed anything about or the one after.
    private static void Check(string folder, IReadOnlyList<string> files, string configuration, Dictionary<string, string[]?> found)
    {
        for (var rest = files; rest.Count > 0;)
        {
            var (_, output, error) = Run(folder, ["-f", "parsable", "-c", configuration, .. rest]);
            foreach (var lines in output.Split('\n', StringSplitOptions.RemoveEmptyEntries).GroupBy(line => line[..line.IndexOf(':', StringComparison.Ordinal)]))
                found[lines.Key] = [.. lines];
            if (!error.Contains("Traceback", StringComparison.Ordinal))
            {
                error.ShouldBeEmpty();
                return;
            }

            if (rest.Count == 1)
                found[rest[0]] = null;
            var printed = rest.ToList().FindLastIndex(file => found[file] is { Length: > 0 });
            foreach (var suspect in rest.Count == 1 ? [] : rest.Skip(printed < 0 ? 0 : printed).Take(printed < 0 ? 1 : 2))
                Check(folder, [suspect], configuration, found);
            rest = [.. rest.Skip(rest.Count == 1 ? 1 : printed + 2)];
        }
    }
}
