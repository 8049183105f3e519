using System.Net;

namespace GitOpsTasks.Parts;

/// <summary>A real docker-registry on 127.0.0.1 and a free port, with its storage in a folder of its own.</summary>
public sealed class DockerRegistryServer : IAsyncDisposable
{
    /// <summary>The user of a registry that wants one.</summary>
    public const string User = "robot";

    /// <summary>The password of <see cref="User"/>.</summary>
    public const string Password = "p4ss-w0rd-of-the-robot";

    // The bcrypt hash of the password: the registry takes no other kind.
    private const string Htpasswd = "robot:$2y$05$abcdefghijklmnopqrstuujlGgUIetcSHfPfdh67YnpqSr9WA1ecG";

    private readonly ServerProcess _server;
    private readonly string _folder;

    private DockerRegistryServer(ServerProcess server, string folder, string host)
    {
        _server = server;
        _folder = folder;
        Host = host;
    }

    /// <summary><c>127.0.0.1:PORT</c>, as it is written in image names.</summary>
    public string Host { get; }

    /// <summary>All that it has logged so far; a line per request. What it logs reaches us late: a last request marks the end.</summary>
    public async Task<IReadOnlyList<string>> LogAsync()
    {
        var mark = $"/v2/?mark={Guid.NewGuid():N}";
        using var http = new HttpClient();
        using var answer = await http.GetAsync($"http://{Host}{mark}");
        while (!_server.Lines.Any(line => line.Contains(mark, StringComparison.Ordinal)))
            await Task.Delay(10);
        return _server.Lines;
    }

    /// <summary>The requests it has logged that store content of a blob.</summary>
    public async Task<IReadOnlyList<string>> UploadsAsync() =>
        [.. (await LogAsync()).Where(line => line.Contains("/blobs/uploads/", StringComparison.Ordinal)
            && (line.Contains("\"PUT ", StringComparison.Ordinal) || line.Contains("\"PATCH ", StringComparison.Ordinal)))];

    /// <summary>Starts one; the test is skipped, or fails in CI, where the program is missing.</summary>
    /// <param name="wantsUser">Whether <see cref="User"/> has to log in (HTTP basic).</param>
    /// <param name="tokens">Gives out the tokens it wants; null where it wants none.</param>
    /// <param name="storage">Absolute path of the folder it keeps content in; null for one of its own.</param>
    public static async Task<DockerRegistryServer> StartAsync(
        bool wantsUser = false, RegistryTokenServer? tokens = null, string? storage = null)
    {
        var program = RequiredPart.Find("docker-registry");
        var folder = Directory.CreateTempSubdirectory("gitops-registry-").FullName;
        var host = $"127.0.0.1:{ServerProcess.FreePort()}";
        var config = Path.Combine(folder, "config.yml");
        await File.WriteAllTextAsync(config, Configuration(folder, storage ?? $"{folder}/data", host, wantsUser, tokens));
        await File.WriteAllTextAsync(Path.Combine(folder, "htpasswd"), Htpasswd + "\n");
        if (tokens is not null)
            await File.WriteAllTextAsync(Path.Combine(folder, "tokens.pem"), tokens.Certificate);
        var server = new ServerProcess(program, ["serve", config]);
        using var http = new HttpClient();
        await server.WaitAsync(async () =>
            (await http.GetAsync($"http://{host}/v2/")).StatusCode is HttpStatusCode.OK or HttpStatusCode.Unauthorized);
        return new DockerRegistryServer(server, folder, host);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string Configuration(string folder, string storage, string host, bool wantsUser, RegistryTokenServer? tokens) => $"""
        version: 0.1
        log: {"{"} level: warn {"}"}
        storage:
          filesystem: {"{"} rootdirectory: {storage} {"}"}
        http: {"{"} addr: "{host}", secret: of-tests {"}"}
        {(tokens is null ? "" : $"auth: {{ token: {{ realm: \"{tokens.Realm}\", service: {RegistryTokenServer.Service}, issuer: {RegistryTokenServer.Service}, rootcertbundle: {folder}/tokens.pem }} }}")}
        {(wantsUser ? $"auth: {{ htpasswd: {{ realm: tests, path: {folder}/htpasswd }} }}" : "")}
        """;
}
