using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Docker;

/// <summary>One build by the Docker Engine: sends the context, follows the messages, comes to an image id.</summary>
internal sealed class DockerBuild(EngineContext context, DockerEngine engine)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromHours(1);

    /// <summary>Builds.</summary>
    /// <returns>The image's id in the engine.</returns>
    /// <exception cref="TaskFailedException">The sources are not right, a step failed, or the build ended without an image.</exception>
    public async Task<string> RunAsync(
        ImagePlan plan, BuildSources sources, IProgressStep progress, CancellationToken cancellationToken)
    {
        using var scratch = new ScratchDirectory(context, "docker");
        var files = BuildContext.Collect(sources, scratch.FullPath);
        var dockerfile = DockerfileText.Load(sources.Dockerfile);
        var usesBuildKit = engine.HasBuildKit && !files.HidesDockerfile
            && await new BuildKitProbe(engine).ReadsContextsAsync(scratch.FullPath, cancellationToken);
        if (!usesBuildKit)
            RequireClassic(plan.Spec, dockerfile, files);
        var failure = new BuildFailure(plan.Spec, sources, dockerfile);
        try
        {
            var (id, log) = await RunAsync(plan, files, dockerfile, usesBuildKit, progress, cancellationToken);
            return log.Error is null && id is not null
                ? id
                : throw failure.Of(log.Error ?? "the engine ended without naming an image", log.Step, log.Tail);
        }
        catch (TaskFailedException e) when (e.Diagnostics is [{ Code: BuildCodes.DockerFailed } refused] && BuildFailure.LineIn(refused.Message) is not null)
        {
            throw failure.Of(EngineFailure.OneLine(refused.Message), step: null, tail: "");
        }
    }

    private async Task<(string? Id, BuildLog Log)> RunAsync(
        ImagePlan plan, BuildContext files, DockerfileText dockerfile, bool usesBuildKit, IProgressStep progress, CancellationToken cancellationToken)
    {
        var images = dockerfile.BaseImages(plan.Spec.Dockerfile.Arguments);
        var credentials = await BaseCredentials.FindAsync(images, plan.Spec.Repository, context, cancellationToken);
        var pulls = plan.Spec.Dockerfile.Pull;
        if (usesBuildKit && credentials.Count > 0)
        {
            foreach (var image in images)
            {
                if (pulls || !await engine.HasImageAsync(image.ToString(), cancellationToken))
                    await PullAsync(image, plan.Spec, credentials.GetValueOrDefault(BaseCredentials.HostOf(image)), progress, cancellationToken);
            }

            pulls = false;
        }

        var log = new BuildLog(progress);
        string? id = null;
        await engine.PostAsync(
            $"build?{DockerBuildQuery.Of(plan, files.Dockerfile, usesBuildKit, pulls)}",
            request =>
            {
                request.Content = new BuildContextContent(files.Entries);

                // The classic builder reads all before it answers: where it refuses, nothing need be sent.
                request.Headers.ExpectContinue = !usesBuildKit;
                request.Headers.Add(RegistryHeaders.Config, RegistryHeaders.ConfigOf(credentials));
            },
            message =>
            {
                log.Take(message);
                id = message.AuxText("ID") ?? id;
            },
            Deadline,
            cancellationToken);
        return (id, log);
    }

    private Task PullAsync(
        Images.ImageReference image, ImageSpec spec, RegistryCredentials? credentials, IProgressStep progress, CancellationToken cancellationToken) =>
        new BaseImagePull(engine).RunAsync(
            image, spec.Platforms is [var platform, ..] ? platform : null, credentials, progress, cancellationToken);

    // The classic builder takes a here-document for a file name and makes an empty file, without an error.
    private static void RequireClassic(ImageSpec spec, DockerfileText dockerfile, BuildContext files)
    {
        if (dockerfile.BuildKitNeed is not { } need)
            return;
        throw TaskFailedException.External(
            BuildCodes.DockerNotSupported,
            $"The image '{spec.Name}' needs BuildKit for {need} in '{spec.Dockerfile.Path}', and this Docker Engine cannot use it over its API"
            + (files.HidesDockerfile ? " with a Dockerfile that is not part of the context." : "."),
            "Use 'builder: buildx', which needs the docker command with its buildx plugin.");
    }
}
