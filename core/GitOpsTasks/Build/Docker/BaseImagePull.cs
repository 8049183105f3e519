using GitOpsTasks.Contracts;
using GitOpsTasks.Images;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Docker;

/// <summary>
/// Has the engine fetch base images before the build. BuildKit over the API cannot ask for credentials, and takes what the
/// engine has.
/// </summary>
internal sealed class BaseImagePull(DockerEngine engine)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(30);

    /// <summary>Fetches one.</summary>
    /// <exception cref="TaskFailedException">GOT5012: it could not be fetched.</exception>
    public async Task RunAsync(
        ImageReference image, string? platform, RegistryCredentials? credentials, IProgressStep progress, CancellationToken cancellationToken)
    {
        using var step = progress.Begin($"pull {image}");
        var query = $"fromImage={Uri.EscapeDataString(image.Name)}&tag={Uri.EscapeDataString(image.Digest ?? image.Tag ?? "latest")}"
            + (platform is null ? "" : $"&platform={Uri.EscapeDataString(platform)}");
        string? error = null;
        await engine.PostAsync(
            $"images/create?{query}",
            request => request.Headers.Add(RegistryHeaders.Auth, RegistryHeaders.AuthOf(BaseCredentials.HostOf(image), credentials)),
            message =>
            {
                error ??= message.Error;
                if (message.Status is { } status && message.Id is null)
                    step.Report(status);
            },
            Deadline,
            cancellationToken);
        if (error is not null)
            throw EngineFailure.OfRegistry(BuildCodes.DockerFailed, $"Docker could not fetch the base image '{image}'", error);
    }
}
