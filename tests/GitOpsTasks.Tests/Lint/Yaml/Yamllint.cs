using System.Diagnostics;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Tests.Lint.Yaml;

/// <summary>Runs the installed yamllint.</summary>
internal static class Yamllint
{
    private const string Mark = "mark.yml";

    /// <summary>The lines it prints about each file; null where it crashed on the file.</summary>
    /// <param name="folder">Where the files are.</param>
    /// <param name="files">Names in the folder.</param>
    /// <param name="configuration">Absolute path.</param>
    public static Dictionary<string, string[]?> Check(string folder, IReadOnlyList<string> files, string configuration)
    {
        // Between two files stands one with a known line, so that it shows which file a crash is about.
        File.WriteAllText(Path.Combine(folder, Mark), "# yamllint disable\na: [\n");
        var known = files.ToHashSet(StringComparer.Ordinal);
        var found = files.ToDictionary(file => file, string[]? (_) => null);
        for (var rest = files; rest.Count > 0;)
        {
            var (_, output, error) = Run(folder, ["-f", "parsable", "-c", configuration, .. rest.SelectMany(file => new[] { file, Mark })]);
            var done = 0;
            var lines = new List<string>();
            foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                // A key of several lines is printed as it is; this tool keeps each finding on one line.
                if (lines.Count > 0 && !known.Contains(line.Split(':')[0]) && !IsMark(line))
                {
                    lines[^1] += " " + line;
                    continue;
                }

                if (!IsMark(line))
                {
                    lines.Add(line);
                    continue;
                }

                found[rest[done++]] = [.. lines];
                lines.Clear();
            }

            if (!error.Contains("Traceback", StringComparison.Ordinal))
                error.ShouldBeEmpty();
            rest = [.. rest.Skip(done + 1)];
        }

        return found;
    }

    private static bool IsMark(string line) => line.StartsWith(Mark + ":", StringComparison.Ordinal);

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
}
