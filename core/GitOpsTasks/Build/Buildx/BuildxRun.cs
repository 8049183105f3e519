using GitOpsTasks.Build.Docker;
using GitOpsTasks.Contracts;
using GitOpsTasks.Images;
using GitOpsTasks.Processes;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Buildx;

/// <summary>One run of <c>docker buildx build</c>.</summary>
internal sealed class BuildxRun(EngineContext context, ImagePlan plan, BuildxSources sources)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromHours(2);

    /// <summary>Whether times of files are to be set back, which only an archive can have: where the caller sets SOURCE_DATE_EPOCH.</summary>
    public bool RewritesTimes { get; } = SourceDate.From(context) is not null;

    /// <summary>Runs it.</summary>
    /// <param name="archive">Absolute path the image layout is written to as an archive; null for none.</param>
    /// <param name="pushes">Whether buildx pushes.</param>
    /// <param name="progress">Told of the steps.</param>
    /// <param name="cancellationToken">Kills the command, which ends the build.</param>
    /// <exception cref="TaskFailedException">The build or the push failed, or buildx cannot do what is asked.</exception>
    public async Task<BuildxMetadata> RunAsync(
        string? archive, bool pushes, IProgressStep progress, CancellationToken cancellationToken)
    {
        using var scratch = new ScratchDirectory(context, "buildx");
        var (metadata, id) = (Path.Combine(scratch.FullPath, "metadata.json"), Path.Combine(scratch.FullPath, "id"));
        var docker = new DockerCommand(context, EnvironmentIn(scratch.FullPath));
        await new BuildxVersion(docker).RequireAsync(cancellationToken);
        var arguments = new BuildxArguments(plan, sources)
        {
            Archive = archive,
            Pushes = pushes,
            RewritesTimes = RewritesTimes,
        }.All(metadata, id);
        return await new PushRetry(context.Time).RunAsync(
            async token =>
            {
                var log = new BuildxLog(progress);
                var result = await docker.RunAsync(arguments, Deadline, log.Take, token);
                return result.Succeeded ? BuildxMetadata.Load(metadata, id) : throw Failed(log);
            },
            cancellationToken);
    }

    private EnvironmentSnapshot EnvironmentIn(string folder)
    {
        var file = plan.Spec.Dockerfile;
        var images = sources.Local is { } local ? DockerfileText.Load(local.Dockerfile).BaseImages(file.Arguments) : [];
        var hosts = images.Select(image => image.Name)
            .Concat(file.CacheFrom.Concat(file.CacheTo).Select(ReferenceIn).OfType<ImageReference>().Select(image => image.Name))
            .Prepend(plan.Spec.Repository)
            .Select(name => RegistryAddress.Parse(name).Host)
            .Distinct(StringComparer.Ordinal);
        var config = Directory.CreateDirectory(Path.Combine(folder, "config")).FullName;
        var environment = DockerConfigOverlay.Apply(context, [.. hosts], config);
        return plan.Created is { } created
            ? environment.With([new("SOURCE_DATE_EPOCH", $"{created.ToUnixTimeSeconds()}")])
            : environment;
    }

    private TaskFailedException Failed(BuildxLog log)
    {
        var error = log.Error ?? "the docker command ended without saying why";
        if (error.Contains("is not supported for the docker driver", StringComparison.Ordinal)
            || error.Contains("driver does not support", StringComparison.Ordinal)
            || error.Contains("does not currently support exporting manifest lists", StringComparison.Ordinal))
        {
            return TaskFailedException.Usage(
                BuildCodes.BuildxCannot,
                $"The buildx builder in use cannot do what the image '{plan.Spec.Name}' asks for: {error}.",
                "Make one that can with 'docker buildx create --use --driver docker-container', or turn on the containerd image store of the Docker Engine.");
        }

        if (error.Contains("Cannot connect to the Docker daemon", StringComparison.OrdinalIgnoreCase)
            || error.Contains("error during connect", StringComparison.OrdinalIgnoreCase))
        {
            return TaskFailedException.External(
                BuildCodes.DockerUnreachable, $"{error}.", "Start Docker, set DOCKER_HOST to where it listens, or use 'builder: layers', which needs no Docker.");
        }

        if (error.StartsWith("failed to push ", StringComparison.Ordinal))
            return EngineFailure.OfRegistry(BuildCodes.PushFailed, $"buildx could not push the image '{plan.Spec.Name}'", error);
        return sources.Local is { } local
            ? new BuildFailure(plan.Spec, local, dockerfile: null).Of(error, step: null, log.Tail, log.Line, log.EndLine)
            : TaskFailedException.External(BuildCodes.BuildFailed, $"Building the image '{plan.Spec.Name}' failed: {error}.", log.Tail.Length > 0 ? $"It last printed: {log.Tail}" : log.Advice);
    }

    private static ImageReference? ReferenceIn(string cache)
    {
        var text = cache.Split(',').FirstOrDefault(field => field.StartsWith("ref=", StringComparison.Ordinal))?["ref=".Length..] ?? cache;
        return ImageReference.TryParse(text, out var reference) ? reference : null;
    }
}
