using System.Text.RegularExpressions;
using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Docker;

/// <summary>Pushes by the Docker Engine, with the digest confirmed by the registry.</summary>
internal sealed partial class DockerPush(EngineContext context, DockerEngine engine)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(30);
    private static readonly string[] EndStates = ["Pushed", "Layer already exists", "Mounted from"];

    /// <summary>Tags an image and pushes that tag.</summary>
    /// <returns>What the registry then serves under the tag, and whether that is new.</returns>
    /// <exception cref="TaskFailedException">The push failed, or the registry serves something else.</exception>
    public async Task<(OciDescriptor Served, bool Changed)> RunAsync(
        string repository, string id, string tag, IProgressStep progress, CancellationToken cancellationToken)
    {
        var registry = new RegistryClient(context, repository);
        var before = await registry.ResolveAsync(tag, cancellationToken);
        var name = Uri.EscapeDataString(repository);
        await engine.PostAsync(
            $"images/{id}/tag?repo={name}&tag={Uri.EscapeDataString(tag)}", _ => { }, _ => { }, Deadline, cancellationToken);
        var digest = await new PushRetry(context.Time).RunAsync(
            token => PushAsync(repository, tag, progress, token), cancellationToken);
        var served = await registry.ResolveAsync(tag, cancellationToken);
        if (served is null || served.Digest != digest)
        {
            throw TaskFailedException.External(
                RegistryCodes.DigestMismatch,
                $"'{repository}' serves {served?.Digest ?? "nothing"} under '{tag}', but Docker says it pushed {digest}.",
                "Another job may have pushed the same tag. Do not deploy this tag.");
        }

        progress.Complete($"{tag} is {served.Digest}");
        return (served, before?.Digest != served.Digest);
    }

    private async Task<string> PushAsync(
        string repository, string tag, IProgressStep progress, CancellationToken cancellationToken)
    {
        var address = RegistryAddress.Parse(repository);
        var credentials = await new CredentialSource(context).FindAsync(address, cancellationToken);
        var authorization = RegistryHeaders.AuthOf(address.Host, credentials);
        var layers = new Dictionary<string, bool>();
        string? digest = null;
        string? error = null;
        await engine.PostAsync(
            $"images/{repository}/push?tag={Uri.EscapeDataString(tag)}",
            request => request.Headers.Add(RegistryHeaders.Auth, authorization),
            message =>
            {
                error ??= message.Error;
                digest = message.AuxText("Digest") ?? DigestIn(message.Status, tag) ?? digest;
                if (message is { Id: { } layer, Status: { } status } && layer != tag)
                {
                    layers[layer] = EndStates.Any(end => status.StartsWith(end, StringComparison.Ordinal));
                    var done = layers.Values.Count(isDone => isDone);
                    progress.Report($"{done} of {layers.Count} layers", (double)done / layers.Count);
                }
            },
            Deadline,
            cancellationToken);
        if (error is null && digest is not null)
            return digest;
        throw EngineFailure.OfRegistry(BuildCodes.PushFailed, $"Docker could not push '{repository}:{tag}'", error ?? "it named no digest");
    }

    // An engine that keeps its images in containerd tells the digest in a text for people and sends no data with it.
    private static string? DigestIn(string? status, string tag) =>
        status is not null && status.StartsWith($"{tag}: ", StringComparison.Ordinal) && StatusDigest().Match(status) is { Success: true } match
            ? match.Value
            : null;

    [GeneratedRegex("(?<= digest: )sha256:[0-9a-f]{64}(?= )", RegexOptions.CultureInvariant)]
    private static partial Regex StatusDigest();
}
