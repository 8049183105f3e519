using GitOpsTasks.Contracts;

namespace GitOpsTasks.Registry;

/// <summary>
/// One repository of images: in a registry (<see cref="RegistryClient"/>) or in a folder (<see cref="OciLayout"/>). All
/// of it can be repeated: what is there already is not written again. Failures are <see cref="TaskFailedException"/>.
/// </summary>
public interface IRegistry
{
    /// <summary>The repository as it is shown to people: <c>host/name</c>, or the folder.</summary>
    string Repository { get; }

    /// <summary>Whether a blob is there.</summary>
    Task<bool> HasBlobAsync(OciDescriptor blob, CancellationToken cancellationToken);

    /// <summary>
    /// Opens a blob, to be read with ReadAsync only. It is fetched while it is read, and taken up again where the connection
    /// breaks; reading fails where the content turns out not to be of its digest, or is not there.
    /// </summary>
    Stream OpenBlob(OciDescriptor blob);

    /// <summary>Stores a blob, reading it as it is sent: memory does not depend on its size.</summary>
    /// <returns>False where it was there already.</returns>
    Task<bool> PushBlobAsync(OciBlob blob, CancellationToken cancellationToken);

    /// <summary>Reads a manifest or index.</summary>
    /// <param name="reference">A tag or a digest.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Null where there is none.</returns>
    Task<OciManifest?> GetManifestAsync(string reference, CancellationToken cancellationToken);

    /// <summary>Stores a manifest or index, whose blobs and children are there, and confirms what is then served.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="reference">The tag to move to it, or its own digest.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False where the reference named it already.</returns>
    Task<bool> PushManifestAsync(OciManifest manifest, string reference, CancellationToken cancellationToken);

    /// <summary>What a tag or digest names.</summary>
    /// <returns>Null where there is no such tag or digest.</returns>
    Task<OciDescriptor?> ResolveAsync(string reference, CancellationToken cancellationToken);

    /// <summary>
    /// The manifests that refer to another as their subject, such as its SBOM or a signature, by the referrers API or, where
    /// a registry has none, by the tag that stands in for it.
    /// </summary>
    /// <param name="digest">The subject.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<OciDescriptor>> ListReferrersAsync(string digest, CancellationToken cancellationToken);

    /// <summary>The tags, each once, in no particular order.</summary>
    /// <param name="onProgress">Told how many are known so far, as they come in.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Null where there is no such repository.</returns>
    Task<IReadOnlyList<string>?> ListTagsAsync(Action<int>? onProgress, CancellationToken cancellationToken);
}
