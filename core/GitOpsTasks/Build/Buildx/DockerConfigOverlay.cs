using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GitOpsTasks.Build.Docker;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Buildx;

/// <summary>
/// Credentials of the environment for the docker command, which knows only those of its configuration: a configuration folder
/// of its own for one build, readable by its owner, with all else as it is in the one of the user.
/// </summary>
internal static class DockerConfigOverlay
{
    /// <summary>The environment of the docker command.</summary>
    /// <param name="context">The environment and docker's configuration.</param>
    /// <param name="hosts">The registries a build talks to; the first is the one it pushes to.</param>
    /// <param name="folder">Absolute path of a folder that is removed after the build.</param>
    public static EnvironmentSnapshot Apply(EngineContext context, IReadOnlyList<string> hosts, string folder)
    {
        var given = new Dictionary<string, RegistryCredentials>(StringComparer.Ordinal);
        foreach (var host in hosts)
        {
            if (new CredentialSource(context, isSource: host != hosts[0]).FromEnvironment(host) is { } credentials)
                given[host] = credentials;
        }

        if (given.Count == 0)
            return context.Environment;
        var own = DockerContexts.ConfigFolder(context);
        var config = Read(own);
        foreach (var (host, credentials) in given)
            Set(config, DockerConfig.KeyOf(host), credentials);
        if (own is not null)
            AddPlugins(config, Path.Combine(own, "cli-plugins"));
        File.WriteAllText(Path.Combine(folder, "config.json"), config.ToJsonString());
        CopyContexts(own, folder);
        return context.Environment.With(
        [
            new("DOCKER_CONFIG", folder),
            new("BUILDX_CONFIG", context.Environment["BUILDX_CONFIG"] ?? (own is null ? null : Path.Combine(own, "buildx"))),
        ]);
    }

    private static JsonObject Read(string? folder)
    {
        if (folder is null || Path.Combine(folder, "config.json") is var path && !File.Exists(path))
            return [];
        try
        {
            return JsonNode.Parse(File.ReadAllBytes(path)) as JsonObject ?? [];
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            // Told without the exception: its message may quote the file, which holds secrets.
            throw TaskFailedException.Usage(RegistryCodes.DockerConfigInvalid, $"Docker's configuration '{path}' cannot be read as JSON.", "Repair it or log in again.");
        }
    }

    // docker asks credential programs first, so none may be named for the host. A store for all hosts becomes one for each it is known for.
    private static void Set(JsonObject config, string key, RegistryCredentials credentials)
    {
        if (config["auths"] is not JsonObject auths)
            config["auths"] = auths = [];
        if (config["credHelpers"] is not JsonObject helpers)
            config["credHelpers"] = helpers = [];
        if (config["credsStore"] is { } store)
        {
            foreach (var known in auths.Select(pair => pair.Key).Where(known => !helpers.ContainsKey(known)).ToList())
                helpers[known] = store.DeepClone();
            config.Remove("credsStore");
        }

        helpers.Remove(key);
        auths[key] = credentials.IsIdentityToken
            ? new JsonObject { ["identitytoken"] = credentials.Secret }
            : new JsonObject { ["auth"] = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credentials.Username}:{credentials.Secret}")) };
    }

    private static void AddPlugins(JsonObject config, string folder)
    {
        if (config["cliPluginsExtraDirs"] is not JsonArray folders)
            config["cliPluginsExtraDirs"] = folders = [];
        folders.Add((JsonNode)folder);
    }

    private static void CopyContexts(string? from, string to)
    {
        if (from is null || Path.Combine(from, "contexts") is var contexts && !Directory.Exists(contexts))
            return;
        foreach (var file in Directory.EnumerateFiles(contexts, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
