using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Docker;

/// <summary>The contexts that <c>docker context create</c> keeps in docker's configuration folder.</summary>
internal sealed class DockerContexts(EngineContext context)
{
    private readonly string? _folder = ConfigFolder(context);

    /// <summary>The name of the context in use; null for the default one.</summary>
    public string? Current =>
        (context.Environment["DOCKER_CONTEXT"] ?? CurrentInConfig()) is { } name && name != "default" ? name : null;

    /// <summary>Docker's configuration folder; null where there is no home folder.</summary>
    public static string? ConfigFolder(EngineContext context) =>
        context.Environment["DOCKER_CONFIG"] is { } own ? context.Resolve(own)
            : context.Environment.FirstOf("HOME", "USERPROFILE") is { } home ? Path.Combine(home, ".docker")
            : null;

    /// <summary>The engine of a context.</summary>
    /// <exception cref="TaskFailedException">GOT5011: there is none of that name, or it says nothing of an engine.</exception>
    public DockerEndpoint Find(string name)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        using var meta = Read(Path.Combine("contexts", "meta", id, "meta.json"));
        if (meta?.RootElement is not { ValueKind: JsonValueKind.Object } root
            || !root.TryGetProperty("Endpoints", out var endpoints) || endpoints.ValueKind != JsonValueKind.Object
            || !endpoints.TryGetProperty("docker", out var docker) || docker.ValueKind != JsonValueKind.Object
            || !docker.TryGetProperty("Host", out var host) || host.GetString() is not { Length: > 0 } address)
        {
            throw TaskFailedException.Usage(
                BuildCodes.DockerNotSupported,
                $"There is no docker context '{name}' that names a Docker Engine.",
                "'docker context ls' shows those there are; DOCKER_CONTEXT or 'docker context use' chooses one.");
        }

        var isUnchecked = docker.TryGetProperty("SkipTLSVerify", out var skip) && skip.ValueKind == JsonValueKind.True;
        var files = Path.Combine(_folder!, "contexts", "tls", id, "docker");
        return new DockerEndpoint(address)
        {
            Tls = isUnchecked || Directory.Exists(files) ? new DockerTls(files, !isUnchecked) : null,
        };
    }

    private string? CurrentInConfig()
    {
        using var config = Read("config.json");
        return config?.RootElement is { ValueKind: JsonValueKind.Object } root
            && root.TryGetProperty("currentContext", out var name) && name.ValueKind == JsonValueKind.String
            && name.GetString() is { Length: > 0 } text ? text : null;
    }

    private JsonDocument? Read(string relative)
    {
        if (_folder is null || Path.Combine(_folder, relative) is var path && !File.Exists(path))
            return null;
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            // Told without the exception: its message may quote the file, which may hold secrets.
            throw TaskFailedException.Usage(BuildCodes.DockerNotSupported, $"'{path}' cannot be read as JSON.", "Repair it, or set DOCKER_HOST.");
        }
    }
}
