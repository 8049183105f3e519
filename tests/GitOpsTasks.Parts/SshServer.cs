using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using GitOpsTasks.Processes;
using Xunit;

namespace GitOpsTasks.Parts;

/// <summary>
/// A real <c>sshd</c> on loopback with a key of its own for the one user who may log in, root. Skips the test where it
/// is not root that runs it.
/// </summary>
public sealed class SshServer : IAsyncDisposable
{
    private const int StartAttempts = 5;

    private readonly string _folder;
    private readonly Process _process;

    private SshServer(string folder, int port, Process process)
    {
        _folder = folder;
        _process = process;
        Port = port;
    }

    /// <summary>The port it listens on.</summary>
    public int Port { get; }

    /// <summary>What makes git log in: the value of GIT_SSH_COMMAND.</summary>
    public string GitSshCommand =>
        $"ssh -F /dev/null -i {_folder}/user_key -o IdentitiesOnly=yes -o UserKnownHostsFile={_folder}/known_hosts -o StrictHostKeyChecking=yes -o BatchMode=yes";

    /// <summary>As <see cref="GitSshCommand"/> with a key the server does not know.</summary>
    public string GitSshCommandOfAStranger => GitSshCommand.Replace("/user_key", "/stranger_key", StringComparison.Ordinal);

    /// <summary>The address of a repository.</summary>
    /// <param name="path">Its absolute path.</param>
    public string UrlOf(string path) => $"ssh://root@127.0.0.1:{Port}{path}";

    /// <summary>Starts it.</summary>
    public static async Task<SshServer> StartAsync()
    {
        if (Environment.UserName != "root")
            Assert.Skip("sshd switches users: it is started by root alone.");
        var sshd = RequiredPart.Find("sshd");
        var folder = Directory.CreateTempSubdirectory("gitops-ssh-").FullName;
        foreach (var key in (string[])["host_key", "user_key", "stranger_key"])
            await RunAsync(RequiredPart.Find("ssh-keygen"), folder, "-q", "-t", "ed25519", "-N", "", "-f", key);
        File.Copy(Path.Combine(folder, "user_key.pub"), Path.Combine(folder, "authorized_keys"));
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            await WriteSettingsAsync(folder, port);
            var process = Process.Start(new ProcessStartInfo(sshd, ["-D", "-e", "-f", Path.Combine(folder, "sshd_config")])
            {
                UseShellExecute = false,
                RedirectStandardError = true,
            })!;
            if (await AcceptsAsync(port, process))
                return new SshServer(folder, port, process);
            if (attempt == StartAttempts)
                throw new InvalidOperationException($"sshd did not start: {await process.StandardError.ReadToEndAsync()}");
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task WriteSettingsAsync(string folder, int port)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "sshd_config"), string.Create(CultureInfo.InvariantCulture, $"""
            Port {port}
            ListenAddress 127.0.0.1
            HostKey {folder}/host_key
            PidFile {folder}/sshd.pid
            AuthorizedKeysFile {folder}/authorized_keys
            AuthenticationMethods publickey
            StrictModes no
            UsePAM no
            PermitRootLogin prohibit-password
            MaxStartups 100

            """));
        var hostKey = (await File.ReadAllTextAsync(Path.Combine(folder, "host_key.pub"))).Split(' ');
        await File.WriteAllTextAsync(Path.Combine(folder, "known_hosts"), $"[127.0.0.1]:{port} {hostKey[0]} {hostKey[1]}\n");
    }

    private static async Task<bool> AcceptsAsync(int port, Process process)
    {
        while (!process.HasExited)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return true;
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
        }

        return false;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RunAsync(string program, string folder, params string[] arguments)
    {
        var result = await SystemProcessRunner.RunAsync(
            new ProcessCommand(program, arguments) { WorkingDirectory = folder, Environment = new HermeticGit(folder).NextEnvironment() },
            CancellationToken.None);
        if (!result.Succeeded)
            throw new InvalidOperationException(result.Error);
    }
}
