namespace GitOpsTasks.Registry;

/// <summary>What an entry of a <c>config.json</c> or <c>auth.json</c> is for.</summary>
/// <param name="Host">The registry, as it is written in image names.</param>
/// <param name="Path">A repository, or what the names of several begin with; empty for all of the registry.</param>
internal readonly record struct DockerConfigKey(string Host, string Path)
{
    /// <summary>
    /// Reads a key. With a scheme, and of the form <c>HOST/v1/</c> or <c>HOST/v2/</c>, its path is that of an API of old and
    /// says nothing; else it names repositories, as podman writes it.
    /// </summary>
    public static DockerConfigKey Parse(string key)
    {
        var scheme = key.IndexOf("://", StringComparison.Ordinal);
        var rest = scheme < 0 ? key : key[(scheme + 3)..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var host = slash < 0 ? rest : rest[..slash];
        var path = slash < 0 || scheme >= 0 ? "" : rest[slash..].Trim('/');
        return new DockerConfigKey(
            host is "index.docker.io" or "registry-1.docker.io" ? "docker.io" : host,
            path is "v1" or "v2" ? "" : path);
    }

    /// <summary>Whether it is for a repository.</summary>
    /// <param name="host">Its host.</param>
    /// <param name="name">Its name; null where only the host is known.</param>
    public bool Covers(string host, string? name)
    {
        if (!string.Equals(Host, host, StringComparison.OrdinalIgnoreCase))
            return false;
        return Path.Length == 0
            || (name is not null && (name == Path || name.StartsWith(Path + "/", StringComparison.Ordinal)));
    }
}
