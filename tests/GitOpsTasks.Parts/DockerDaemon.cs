using System.Net.Sockets;

namespace GitOpsTasks.Parts;

/// <summary>
/// A real Docker Engine with a socket, storage and state of its own, without networks. Needs root. Registries on loopback
/// are plain http to it.
/// </summary>
public sealed class DockerDaemon : IAsyncDisposable
{
    private readonly ServerProcess _server;
    private readonly string _folder;

    private DockerDaemon(ServerProcess server, string folder)
    {
        _server = server;
        _folder = folder;
    }

    /// <summary>The value of DOCKER_HOST for it.</summary>
    public string Address => $"unix://{Socket(_folder)}";

    /// <summary>Starts one; the test is skipped, or fails in CI, where the program is missing.</summary>
    /// <param name="usesContainerd">Whether it keeps images in containerd, as new installations do.</param>
    public static async Task<DockerDaemon> StartAsync(bool usesContainerd = true)
    {
        var program = RequiredPart.Find("dockerd");
        RequiredPrivilege.Root("a Docker Engine of its own");
        var folder = Directory.CreateTempSubdirectory("gitops-docker-").FullName;
        var config = Path.Combine(folder, "daemon.json");
        await File.WriteAllTextAsync(
            config, usesContainerd ? """{"features":{"containerd-snapshotter":true}}""" : "{}");
        var server = new ServerProcess(program,
        [
            "--config-file", config, "--iptables=false", "--bridge=none", "--group=",
            "--data-root", Path.Combine(folder, "data"), "--exec-root", Path.Combine(folder, "exec"),
            "--pidfile", Path.Combine(folder, "pid"), "--host", $"unix://{Socket(folder)}",
            usesContainerd ? "--storage-driver=native" : "--storage-driver=vfs",
        ]);
        await server.WaitAsync(async () =>
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(Socket(folder)));
            return true;
        });
        return new DockerDaemon(server, folder);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string Socket(string folder) => Path.Combine(folder, "docker.sock");
}
