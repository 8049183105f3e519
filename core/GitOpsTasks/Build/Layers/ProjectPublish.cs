using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Layers;

/// <summary>
/// Runs <c>dotnet publish</c> such that the same sources give the same bytes wherever they are: nothing that was built before is
/// used, and no path of this machine gets into an assembly.
/// </summary>
/// <param name="context">Starts the program.</param>
/// <param name="sources">Absolute path of the folder that the project is in.</param>
/// <param name="scratch">Takes what is built and what is published.</param>
internal sealed class ProjectPublish(EngineContext context, string sources, ScratchDirectory scratch)
{
    private const int MostErrors = 10;
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(30);
    private readonly string _artifacts = Path.Combine(scratch.FullPath, "artifacts");

    /// <summary>Publishes a project for a platform.</summary>
    /// <param name="project">The project.</param>
    /// <param name="platform">The platform.</param>
    /// <param name="withRuntime">Whether the runtime goes with it.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    /// <exception cref="TaskFailedException">GOT5022: it cannot be published.</exception>
    public async Task<PublishedProject> RunAsync(
        ProjectSpec project, OciPlatform platform, bool withRuntime, CancellationToken cancellationToken)
    {
        var file = Path.GetFullPath(project.Path, sources);
        if (!File.Exists(file))
            throw TaskFailedException.Usage(UsageCodes.PathNotFound, $"There is no project '{file}'.", "Correct 'project'.");
        var output = Path.Combine(scratch.FullPath, $"publish-{RuntimeIdentifier.Of(platform)}");
        var result = await RunAsync(Command(project, file, platform, withRuntime, output), cancellationToken);
        if (!result.Succeeded)
            throw Failed(file, result);
        return await PublishedProject.ReadAsync(output, file, withRuntime, cancellationToken);
    }

    private ProcessCommand Command(ProjectSpec project, string file, OciPlatform platform, bool withRuntime, string output)
    {
        var properties = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["ContinuousIntegrationBuild"] = "true",
            ["Deterministic"] = "true",
            ["PathMap"] = string.Join(',', PathMap(file).Select(pair => $"{EscapePath(pair.From)}={pair.To}")),
            ["UseAppHost"] = withRuntime ? "true" : "false",
            ["UseSharedCompilation"] = "false",
        };
        foreach (var (name, value) in project.Properties)
            properties[name] = value;
        return new ProcessCommand("dotnet",
        [
            "publish", file, "--nologo", "--configuration", project.Configuration, "--runtime", RuntimeIdentifier.Of(platform),
            "--self-contained", withRuntime ? "true" : "false", "--output", output, "--artifacts-path", _artifacts,
            "--disable-build-servers", "-verbosity:quiet", "-consoleLoggerParameters:NoSummary",
            .. properties.Select(property => $"-property:{property.Key}={EscapeValue(property.Value)}"),
        ])
        {
            WorkingDirectory = Path.GetDirectoryName(file)!,
            Environment = context.Environment.With(
            [
                KeyValuePair.Create("DOTNET_CLI_TELEMETRY_OPTOUT", (string?)"1"),
                KeyValuePair.Create("DOTNET_CLI_UI_LANGUAGE", (string?)"en"),
                KeyValuePair.Create("DOTNET_NOLOGO", (string?)"1"),
                KeyValuePair.Create("MSBUILDDISABLENODEREUSE", (string?)"1"),
            ]),
            Deadline = Deadline,
        };
    }

    // In a git checkout the SDK itself maps the sources, to what SourceLink says of them.
    private IEnumerable<(string From, string To)> PathMap(string file)
    {
        yield return (_artifacts, "/_artifacts");
        var isInGit = false;
        for (var folder = Path.GetDirectoryName(file); folder is not null && !isInGit; folder = Path.GetDirectoryName(folder))
            isInGit = Path.Exists(Path.Combine(folder, ".git"));
        if (isInGit)
            yield break;
        yield return (sources, "/_src");
        if (sources != context.Directory)
            yield return (context.Directory, "/_workspace");
    }

    private async Task<ProcessResult> RunAsync(ProcessCommand command, CancellationToken cancellationToken)
    {
        try
        {
            return await context.RunProcess(command, cancellationToken);
        }
        catch (ProcessNotFoundException e)
        {
            throw new TaskFailedException(
                ExitCode.Usage,
                Diagnostic.Error(UsageCodes.ProgramNotFound, "The program 'dotnet' was not found; a project is to be published with it.", "Install the .NET SDK."),
                e);
        }
        catch (TimeoutException e)
        {
            throw TaskFailedException.External(
                UsageCodes.DeadlinePassed, $"'dotnet publish' did not end within {Deadline.TotalMinutes:0} minutes.", "See what it waits for.", e);
        }
    }

    private static TaskFailedException Failed(string file, ProcessResult result)
    {
        var lines = $"{result.Text}\n{result.Error}".Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var errors = lines.Where(line => line.Contains("error", StringComparison.OrdinalIgnoreCase)).Distinct().Take(MostErrors).ToList();
        return TaskFailedException.External(
            BuildCodes.PublishFailed,
            $"'dotnet publish {file}' failed: {string.Join('\n', errors.Count > 0 ? errors : lines.TakeLast(MostErrors))}",
            "Mend the project; 'dotnet publish' says more.");
    }

    // A path map separates by comma and equals sign, which are doubled in a path.
    private static string EscapePath(string path) =>
        path.Replace(",", ",,", StringComparison.Ordinal).Replace("=", "==", StringComparison.Ordinal);

    // What separates properties on a command line is written as MSBuild escapes it.
    private static string EscapeValue(string value) => value
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace(";", "%3B", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
