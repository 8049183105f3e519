using GitOpsTasks.Contracts;
using GitOpsTasks.Images;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Docker;

/// <summary>Credentials for the registries that an image's base images come from.</summary>
internal static class BaseCredentials
{
    /// <summary>Finds them, by host. Hosts without credentials are left out.</summary>
    /// <param name="images">The base images.</param>
    /// <param name="repository">Where the image goes: for its registry alone count credentials that are for any.</param>
    /// <param name="context">Environment and programs.</param>
    /// <param name="cancellationToken">Cancels credential programs.</param>
    public static async Task<IReadOnlyDictionary<string, RegistryCredentials>> FindAsync(
        IEnumerable<ImageReference> images, string repository, EngineContext context, CancellationToken cancellationToken)
    {
        var own = RegistryAddress.Parse(repository).Host;
        var found = new SortedDictionary<string, RegistryCredentials>(StringComparer.Ordinal);
        foreach (var host in images.Select(HostOf).Distinct(StringComparer.Ordinal))
        {
            var source = new CredentialSource(context, isSource: host != own);
            if (await source.FindAsync(host, cancellationToken) is { } credentials)
                found[host] = credentials;
        }

        return found;
    }

    /// <summary>The registry of an image, as credentials are kept for it.</summary>
    public static string HostOf(ImageReference image) => RegistryAddress.Parse(image.Name).Host;
}
