namespace GitOpsTasks.Images;

/// <summary>The names that Docker Hub's images have: a name without a registry is short for one there.</summary>
public static class DockerHub
{
    private static readonly string[] s_hosts = ["docker.io/", "index.docker.io/", "registry-1.docker.io/"];

    /// <summary>
    /// The short form of a name: <c>nginx</c> for <c>docker.io/library/nginx</c>; names of other registries stay. Two names
    /// are of one image where their short forms are the same.
    /// </summary>
    public static string ShortForm(string name)
    {
        foreach (var host in s_hosts)
        {
            if (name.StartsWith(host, StringComparison.Ordinal))
            {
                name = name[host.Length..];
                break;
            }
        }

        const string official = "library/";
        return name.StartsWith(official, StringComparison.Ordinal) && name.IndexOf('/', official.Length) < 0 ? name[official.Length..] : name;
    }
}
