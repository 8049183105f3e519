using GitOpsTasks.Contracts;
using GitOpsTasks.Images;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Layers;

/// <summary>Where a base image is: a repository, and what it is called there.</summary>
/// <param name="Name">The base as configuration names it.</param>
/// <param name="Images">The repository.</param>
/// <param name="Reference">Tag or digest.</param>
internal sealed record BaseSource(string Name, IRegistry Images, string Reference) : IDisposable
{
    private const string Folder = "oci:";
    private const string Archive = "oci-archive:";
    private OciArchive? _archive;

    /// <summary>Whether it is named by a digest, or is a file of this build.</summary>
    public bool IsPinned => Images is not RegistryClient || ImageGrammar.IsDigest(Reference);

    /// <summary>The repository that a registry may take layers over from; null for a layout.</summary>
    public string? MountFrom => Images is RegistryClient ? Images.Repository : null;

    /// <summary>Finds it.</summary>
    /// <param name="context">Registries, files, and the folder that paths are relative to.</param>
    /// <param name="text">A reference, <c>oci:FOLDER[:TAG]</c> or <c>oci-archive:FILE[:TAG]</c>.</param>
    /// <param name="folder">Absolute path that paths are relative to.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public static async Task<BaseSource> OpenAsync(EngineContext context, string text, string folder, CancellationToken cancellationToken)
    {
        if (text.StartsWith(Folder, StringComparison.Ordinal))
        {
            var (path, tag) = Split(text[Folder.Length..]);
            var layout = new OciLayout(Existing(path, folder, Directory.Exists), context.Time);
            return new BaseSource(text, layout, tag ?? await OnlyOneAsync(layout, text, cancellationToken));
        }

        if (text.StartsWith(Archive, StringComparison.Ordinal))
        {
            var (path, tag) = Split(text[Archive.Length..]);
            var archive = await OciArchive.OpenAsync(context, Existing(path, folder, File.Exists), cancellationToken);
            return new BaseSource(text, archive.Images, tag ?? await OnlyOneAsync(archive.Images, text, cancellationToken)) { _archive = archive };
        }

        if (!ImageReference.TryParse(text, out var reference))
            throw Unusable($"'{text}' is not the name of an image.", "Write it as registry/name:tag@digest, oci:FOLDER or oci-archive:FILE.");
        var repository = new ImageReference(reference.Name).ToString();
        return new BaseSource(
            text, new RegistryClient(context, repository, isSource: true), reference.Digest ?? reference.Tag ?? "latest");
    }

    /// <summary>A failure about a base.</summary>
    public static TaskFailedException Unusable(string message, string advice) =>
        TaskFailedException.Usage(BuildCodes.BaseUnusable, message, advice);

    /// <inheritdoc />
    public void Dispose() => _archive?.Dispose();

    private static string Existing(string path, string folder, Predicate<string> exists) =>
        Path.GetFullPath(path, folder) is var full && exists(full)
            ? full
            : throw Unusable($"There is no base image in '{full}'.", "Build or fetch it first, or correct 'base'.");

    // FOLDER:TAG, where the folder may itself have a colon on Windows.
    private static (string Path, string? Tag) Split(string text)
    {
        var colon = text.LastIndexOf(':');
        return colon > 1 && text.IndexOfAny(['/', '\\'], colon) < 0 ? (text[..colon], text[(colon + 1)..]) : (text, null);
    }

    private static async Task<string> OnlyOneAsync(OciLayout layout, string name, CancellationToken cancellationToken)
    {
        if (await layout.ListTagsAsync(null, cancellationToken) is [var tag])
            return tag;
        return await layout.ListAsync(cancellationToken) is [var only]
            ? only.Digest
            : throw Unusable($"'{name}' has several images, or none.", "Add the tag of one of them, as in oci:FOLDER:TAG.");
    }
}
