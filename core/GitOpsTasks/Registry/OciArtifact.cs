using System.Collections.ObjectModel;
using System.Text.Json.Nodes;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Registry;

/// <summary>Files kept in a registry that are not an image: an SBOM, an attestation, a bundle of manifests.</summary>
/// <param name="Type">What kind of artifact it is, such as <c>application/spdx+json</c>; null where its configuration tells.</param>
/// <param name="Files">Its files, at least one; a title in their annotations is the name clients give them.</param>
public sealed record OciArtifact(string? Type, IReadOnlyList<OciBlob> Files)
{
    /// <summary>The annotation that holds a file's name.</summary>
    public const string Title = "org.opencontainers.image.title";

    /// <summary>Its configuration; an empty one for most.</summary>
    public OciBlob Config { get; init; } = OciBlob.FromBytes(OciMediaTypes.Empty, "{}"u8.ToArray());

    /// <summary>Annotations of its manifest.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>An artifact of one file, named as the file is.</summary>
    /// <param name="type">What kind of artifact it is; the file's media type too.</param>
    /// <param name="path">Absolute path.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public static async Task<OciArtifact> FromFileAsync(string type, string path, CancellationToken cancellationToken)
    {
        var blob = await OciBlob.FromFileAsync(type, path, cancellationToken);
        var titles = new Dictionary<string, string> { [Title] = Path.GetFileName(path) };
        return new OciArtifact(type, [blob with { Descriptor = blob.Descriptor with { Annotations = titles } }]);
    }

    /// <summary>Its manifest: always the same bytes for the same artifact.</summary>
    /// <param name="subject">What it refers to; null for nothing.</param>
    public OciManifest ToManifest(OciDescriptor? subject = null)
    {
        var json = new JsonObject { ["schemaVersion"] = 2, ["mediaType"] = OciMediaTypes.Manifest };
        if (Type is not null)
            json["artifactType"] = Type;
        json["config"] = DescriptorJson.Write(Config.Descriptor);
        json["layers"] = new JsonArray([.. Files.Select(file => DescriptorJson.Write(file.Descriptor))]);
        if (subject is not null)
            json["subject"] = DescriptorJson.Write(new OciDescriptor(subject.MediaType, subject.Digest, subject.Size));
        if (Annotations.Count > 0)
            json["annotations"] = DescriptorJson.WriteAnnotations(Annotations);
        return OciManifest.FromBytes(OciMediaTypes.Manifest, DescriptorJson.Bytes(json));
    }

    /// <summary>Stores it under tags; with none, under its digest.</summary>
    /// <returns>Its manifest's descriptor.</returns>
    public async Task<OciDescriptor> PushAsync(
        IRegistry registry, IReadOnlyList<string> tags, IProgressStep progress, CancellationToken cancellationToken)
    {
        var manifest = ToManifest();
        await StoreAsync(registry, manifest, tags, progress, cancellationToken);
        return manifest.Descriptor;
    }

    /// <summary>Stores it as a referrer of an image in the same repository.</summary>
    /// <param name="registry">The repository.</param>
    /// <param name="image">Tag or digest of the image.</param>
    /// <param name="progress">The step it is a part of.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Its manifest's descriptor.</returns>
    /// <exception cref="TaskFailedException">GOT5111: there is no such image.</exception>
    public async Task<OciDescriptor> AttachAsync(
        IRegistry registry, string image, IProgressStep progress, CancellationToken cancellationToken)
    {
        var subject = await registry.ResolveAsync(image, cancellationToken) ?? throw TaskFailedException.External(
            RegistryCodes.ContentMissing, $"'{registry.Repository}' has no image '{image}' to attach to.", "Push the image first.");
        var manifest = ToManifest(subject);
        await StoreAsync(registry, manifest, [], progress, cancellationToken);
        return manifest.Descriptor;
    }

    private async Task StoreAsync(
        IRegistry registry, OciManifest manifest, IReadOnlyList<string> tags, IProgressStep progress, CancellationToken cancellationToken)
    {
        using var step = progress.Begin($"push {Type ?? "an artifact"} to {registry.Repository}");
        await new BlobTransfer(registry, step).RunAsync([.. Files, Config], cancellationToken);
        foreach (var reference in tags.Count > 0 ? tags : [manifest.Descriptor.Digest])
            await registry.PushManifestAsync(manifest, reference, cancellationToken);
        step.Complete(manifest.Descriptor.Digest);
    }
}
