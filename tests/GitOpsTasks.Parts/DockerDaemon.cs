using System.Diagnostics;
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

    /// <summary>The value of DOCKER_HOST for its port with TLS; null where it has none.</summary>
    public string? SecureAddress { get; private init; }

    /// <summary>A folder with ca.pem, cert.pem and key.pem for <see cref="SecureAddress"/>, as DOCKER_CERT_PATH names one.</summary>
    public string Certificates => _folder;

    /// <summary>Runs a part, such as docker or skopeo, against it.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string> RunAsync(string part, params string[] arguments)
    {
        var start = new ProcessStartInfo(RequiredPart.Find(part), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["DOCKER_HOST"] = Address;
        start.Environment["DOCKER_CONFIG"] = Path.Combine(_folder, "config");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output.TrimEnd() : throw new InvalidOperationException($"{part} {string.Join(' ', arguments)}: {await error}");
    }

    /// <summary>All that it has logged so far.</summary>
    public IReadOnlyList<string> Lines => _server.Lines;

    /// <summary>Ends it at once, as a crash does.</summary>
    public void Kill() => _server.Kill();

    /// <summary>Starts one; the test is skipped, or fails in CI, where the program is missing.</summary>
    /// <param name="usesContainerd">Whether it keeps images in containerd, as new installations do.</param>
    /// <param name="certificate">What it shows, and wants to be shown, on a port with TLS; null for no port.</param>
    /// <param name="storageDriver">How containerd keeps images; null for whole copies, which work on any disk.</param>
    public static async Task<DockerDaemon> StartAsync(
        bool usesContainerd = true, LoopbackCertificate? certificate = null, string? storageDriver = null)
    {
        var program = RequiredPart.Find("dockerd");
        RequiredPrivilege.Root("a Docker Engine of its own");
        var folder = Directory.CreateTempSubdirectory("gitops-docker-").FullName;
        var config = Path.Combine(folder, "daemon.json");
        await File.WriteAllTextAsync(
            config, usesContainerd ? """{"features":{"containerd-snapshotter":true}}""" : "{}");
        var port = certificate is null ? 0 : ServerProcess.FreePort();
        var server = new ServerProcess(program,
        [
            "--config-file", config, "--iptables=false", "--bridge=none", "--group=",
            "--data-root", Path.Combine(folder, "data"), "--exec-root", Path.Combine(folder, "exec"),
            "--pidfile", Path.Combine(folder, "pid"), "--host", $"unix://{Socket(folder)}",
            $"--storage-driver={storageDriver ?? (usesContainerd ? "native" : "vfs")}",
            .. certificate is null ? [] : await SecureAsync(folder, port, certificate),
        ]);
        await server.WaitAsync(async () =>
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(Socket(folder)));
            return true;
        });
        return new DockerDaemon(server, folder) { SecureAddress = port == 0 ? null : $"tcp://127.0.0.1:{port}" };
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _server.Dispose();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                Directory.Delete(_folder, recursive: true);
                return;
            }
            catch (IOException) when (attempt < 50)
            {
                // It leaves mounts behind where it was killed, or ended while it was starting or building.
                await UnmountAsync();
                await Task.Delay(100);
            }
        }
    }

    private async Task UnmountAsync()
    {
        var mounts = (await File.ReadAllLinesAsync("/proc/mounts")).Select(line => line.Split(' ')[1]);
        foreach (var mount in mounts.Where(mount => mount.StartsWith(_folder, StringComparison.Ordinal)).OrderByDescending(mount => mount.Length))
        {
            using var unmounting = Process.Start(new ProcessStartInfo("umount", ["-l", mount]) { RedirectStandardError = true, UseShellExecute = false });
            await (unmounting?.WaitForExitAsync() ?? Task.CompletedTask);
        }
    }

    private static async Task<string[]> SecureAsync(string folder, int port, LoopbackCertificate certificate)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "ca.pem"), certificate.Pem);
        await File.WriteAllTextAsync(Path.Combine(folder, "cert.pem"), certificate.Pem);
        await File.WriteAllTextAsync(Path.Combine(folder, "key.pem"), certificate.KeyPem);
        return
        [
            "--host", $"tcp://127.0.0.1:{port}", "--tlsverify", "--tlscacert", Path.Combine(folder, "ca.pem"),
            "--tlscert", Path.Combine(folder, "cert.pem"), "--tlskey", Path.Combine(folder, "key.pem"),
        ];
    }

    private static string Socket(string folder) => Path.Combine(folder, "docker.sock");
}
