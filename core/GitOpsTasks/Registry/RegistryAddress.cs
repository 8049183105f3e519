using GitOpsTasks.Contracts;
using GitOpsTasks.Images;

namespace GitOpsTasks.Registry;

/// <summary>Where a repository is served from.</summary>
/// <param name="Host">The registry as it is written in image names, with its port; <c>docker.io</c> where none is written.</param>
/// <param name="Name">The repository's name in the registry, such as <c>acme/web</c>.</param>
/// <param name="Origin">Scheme, host and port of the API. Plain http for loopback hosts only.</param>
public sealed record RegistryAddress(string Host, string Name, Uri Origin)
{
    private const string DockerHub = "docker.io";

    /// <summary>Reads a repository as it is written in image names, such as <c>ghcr.io/acme/web</c>.</summary>
    /// <exception cref="TaskFailedException">GOT5101: it is not one.</exception>
    public static RegistryAddress Parse(string repository)
    {
        if (!ImageReference.TryParse(repository, out var reference) || reference.Tag is not null || reference.Digest is not null)
        {
            throw TaskFailedException.Usage(
                RegistryCodes.RepositoryInvalid,
                $"'{repository}' is not the name of an image repository.",
                "Write registry and name in lower case without tag or digest, such as ghcr.io/acme/web.");
        }

        if (reference.Registry is { } host && host is not (DockerHub or "index.docker.io"))
            return new RegistryAddress(host, reference.Repository, OriginOf(host));
        var name = reference.Repository.Contains('/', StringComparison.Ordinal)
            ? reference.Repository
            : $"library/{reference.Repository}";
        return new RegistryAddress(DockerHub, name, new Uri("https://registry-1.docker.io"));
    }

    /// <summary>An address below the API of this repository.</summary>
    /// <param name="path">Such as <c>manifests/1.0</c>.</param>
    public Uri Endpoint(string path) => new(Origin, $"/v2/{Name}/{path}");

    /// <summary>Whether an address is served by this registry, so that its credentials may go there.</summary>
    public bool IsOwn(Uri uri) =>
        uri.Scheme == Origin.Scheme && uri.Port == Origin.Port
        && string.Equals(uri.IdnHost, Origin.IdnHost, StringComparison.OrdinalIgnoreCase);

    /// <summary>The repository as it is written in image names.</summary>
    public override string ToString() => $"{Host}/{Name}";

    private static Uri OriginOf(string host)
    {
        var secure = new Uri($"https://{host}");
        var isLoopback = secure.Host is "localhost" or "127.0.0.1" or "[::1]";
        return isLoopback ? new Uri($"http://{host}") : secure;
    }
}
