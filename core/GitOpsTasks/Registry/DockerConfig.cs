using System.Text;
using System.Text.Json;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Registry;

/// <summary>The part of docker's config.json that is about credentials.</summary>
internal sealed class DockerConfig
{
    private const string DockerHubKey = "https://index.docker.io/v1/";
    private readonly JsonElement _root;

    private DockerConfig(JsonElement root) => _root = root;

    /// <summary>
    /// Reads the file that REGISTRY_AUTH_FILE names, else that in the folder DOCKER_CONFIG, else that in .docker of the home
    /// folder, else podman's; null where there is none.
    /// </summary>
    public static DockerConfig? Load(EngineContext context)
    {
        if (Candidates(context).Select(context.Resolve).FirstOrDefault(File.Exists) is not { } path)
            return null;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return new DockerConfig(document.RootElement.Clone());
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            // Told below, without the exception: its message may quote the file, which holds secrets.
        }

        throw TaskFailedException.Usage(
            RegistryCodes.DockerConfigInvalid,
            $"Docker's configuration '{path}' cannot be read as JSON.",
            "Repair it or log in again; DOCKER_CONFIG names the folder it is looked for in.");
    }

    private static IEnumerable<string> Candidates(EngineContext context)
    {
        var environment = context.Environment;
        if (environment["REGISTRY_AUTH_FILE"] is { } file)
        {
            yield return file;
        }
        else if (environment["DOCKER_CONFIG"] is { } folder)
        {
            yield return Path.Combine(folder, "config.json");
        }
        else
        {
            if (environment.FirstOf("HOME", "USERPROFILE") is { } home)
                yield return Path.Combine(home, ".docker", "config.json");
            if (environment["XDG_RUNTIME_DIR"] is { } runtime)
                yield return Path.Combine(runtime, "containers", "auth.json");
        }
    }

    /// <summary>The key docker stores a registry's credentials under.</summary>
    public static string KeyOf(string host) => host == "docker.io" ? DockerHubKey : host;

    /// <summary>The program that keeps the credentials of a registry, without <c>docker-credential-</c>; null where none does.</summary>
    public string? ProgramFor(string host)
    {
        if (Property(_root, "credHelpers") is { } helpers && Entry(helpers, host, null) is { } helper)
            return Text(helper);
        return Property(_root, "credsStore") is { } store ? Text(store) : null;
    }

    /// <summary>The credentials kept in the file itself: of the longest path that the repository is below, else of the host.</summary>
    /// <param name="host">The host.</param>
    /// <param name="name">The repository's name in it; null where only the host is known.</param>
    public RegistryCredentials? Stored(string host, string? name = null)
    {
        if (Property(_root, "auths") is not { } auths || Entry(auths, host, name) is not { } entry)
            return null;
        if (Property(entry, "registrytoken") is { } bearer && Text(bearer) is { } accepted)
            return new RegistryCredentials("<token>", accepted) { IsAccessToken = true };
        if (Property(entry, "identitytoken") is { } token && Text(token) is { } identity)
            return new RegistryCredentials("<token>", identity, IsIdentityToken: true);
        if (Property(entry, "auth") is not { } auth || Text(auth) is not { } encoded)
            return null;
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length))
            return null;
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon <= 0 ? null : new RegistryCredentials(text[..colon], text[(colon + 1)..].TrimEnd('\0'));
    }

    private static JsonElement? Entry(JsonElement map, string host, string? name)
    {
        if (map.ValueKind != JsonValueKind.Object)
            return null;
        JsonElement? best = null;
        var longest = -1;
        foreach (var property in map.EnumerateObject())
        {
            var key = DockerConfigKey.Parse(property.Name);
            if (key.Path.Length > longest && key.Covers(host, name))
                (best, longest) = (property.Value, key.Path.Length);
        }

        return best;
    }

    private static JsonElement? Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement element) =>
        element.ValueKind == JsonValueKind.String && element.GetString() is { Length: > 0 } text ? text : null;
}
