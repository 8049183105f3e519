using System.Globalization;
using System.Text.RegularExpressions;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Docker;

/// <summary>Tells of a build that failed: what went wrong, in which line of the Dockerfile, and what was printed last.</summary>
internal sealed partial class BuildFailure(ImageSpec spec, BuildSources sources, DockerfileText? dockerfile)
{
    /// <summary>The failure.</summary>
    /// <param name="error">What the builder says, on one line.</param>
    /// <param name="step">The step that failed, such as <c>RUN make</c>; null where that is not known.</param>
    /// <param name="tail">What was printed last, on one line.</param>
    /// <param name="line">The line of the Dockerfile, where the builder tells it.</param>
    /// <param name="endLine">The last line of the step, where the builder tells it.</param>
    public TaskFailedException Of(string error, string? step, string tail, int? line = null, int endLine = 0)
    {
        line ??= LineIn(error) ?? (step is null ? null : dockerfile?.LineOf(step));
        var exitCode = PullRefusal().IsMatch(error) ? ExitCode.Refused : ExitCode.External;
        var place = new SourcePlace(sources.Shown, line ?? 0, line is null ? 0 : ColumnOf(line.Value), endLine);
        return new TaskFailedException(exitCode, Diagnostic.Error(
            BuildCodes.BuildFailed,
            $"Building the image '{spec.Name}' failed: {error}.",
            Advice(error, exitCode, tail),
            place));
    }

    private string Advice(string error, ExitCode exitCode, string tail)
    {
        if (EngineFailure.IsDiskFull(error))
            return "Make room where Docker keeps its images: 'docker system df' shows what is used.";
        if (exitCode == ExitCode.Refused)
            return "Check the name of the base image, and log in to its registry with 'docker login'.";
        return tail.Length > 0 ? $"It last printed: {tail}" : $"Look at '{spec.Dockerfile.Path}'.";
    }

    private int ColumnOf(int line)
    {
        try
        {
            var text = File.ReadLines(sources.Dockerfile).ElementAtOrDefault(line - 1) ?? "";
            return text.Length - text.TrimStart().Length + 1;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    /// <summary>The line of the Dockerfile in an error; null where it tells none.</summary>
    public static int? LineIn(string error) =>
        ParseError().Match(error) is { Success: true } match && int.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, out var line) ? line : null;

    [GeneratedRegex(@"parse error (?:on |at )?line (\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex ParseError();

    [GeneratedRegex("pull access denied|failed to authorize|insufficient_scope|authentication required|unauthorized|no basic auth credentials", RegexOptions.CultureInvariant)]
    private static partial Regex PullRefusal();
}
