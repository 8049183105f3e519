using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Hosts.Tests.Build;

/// <summary>
/// Plants secrets wherever the real command reads some, builds and fails in every way, and looks for them in all that can be
/// seen: both streams, results, files it wrote, the image, logs of registries, and the command lines of all processes meanwhile.
/// </summary>
public sealed class KeepingSecretsOfABuild : IDisposable
{
    private const string Wrong = "wr0ng-planted-s3cret";
    private const string BuildSecret = "bu1ld-planted-s3cret";
    private const string InAddress = "addr3ss-planted-s3cret";

    private static readonly string[] s_secrets = [DockerRegistryServer.Password, Wrong, BuildSecret, InAddress];

    private readonly BuildWorkplace _work = new();
    private readonly ConcurrentDictionary<string, bool> _seen = [];

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task Shows_none_anywhere()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "reads command lines from /proc");
        await using var tokens = new RegistryTokenServer();
        await using var basic = await DockerRegistryServer.StartAsync(wantsUser: true);
        await using var bearer = await DockerRegistryServer.StartAsync(tokens: tokens);
        using var watching = new CancellationTokenSource();
        var watch = Task.Run(() => Watch(watching.Token));
        var right = Encode(DockerRegistryServer.Password);
        foreach (var server in new[] { basic, bearer })
        {
            Configure(server, right);
            _work.DescribeLayers($"{server.Host}/acme/web", bytes: 200_000);
            await RunAsync(0, "--push --metadata-file out.json");
            await RunAsync(0, "--push --output json --verbosity detailed");
            Configure(server, Encode(Wrong));
            await RunAsync(4, "--push --metadata-file out.json --verbosity detailed");
            await RunAsync(0, "--push --output json", ("GITOPS_REGISTRY_USERNAME", DockerRegistryServer.User), ("GITOPS_REGISTRY_PASSWORD", DockerRegistryServer.Password));
            await RunAsync(4, "--push --output json", ("GITOPS_REGISTRY_USERNAME", DockerRegistryServer.User), ("GITOPS_REGISTRY_PASSWORD", Wrong));
            await RunAsync(4, $"--push --copy-from {server.Host}/acme/web:1.0 --images {server.Host}/acme/copy --verbosity detailed");
        }

        _work.Write(".docker/config.json", $"{{ \"auths\": {Wrong}");
        await RunAsync(2, "--push");
        _work.DescribeLayers($"https://robot:{InAddress}@{basic.Host}/acme/web");
        await RunAsync(2, "--push --output json");
        await RunAsync(2, $"--push --copy-from https://robot:{Encode(InAddress)}@{basic.Host}/acme/web --images a/b", isOnCommandLine: true);
        await watching.CancelAsync();
        await watch;

        foreach (var log in new[] { basic, bearer })
            Keep(string.Join('\n', await log.LogAsync()));
        foreach (var file in Directory.EnumerateFiles(_work.Folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("config.json", StringComparison.Ordinal) && !file.EndsWith("gitops.yaml", StringComparison.Ordinal)))
            Keep(await File.ReadAllTextAsync(file));
        tokens.Tokens.Count.ShouldBeGreaterThan(0);
        _seen.Keys.Count(text => text.Contains("gitops.dll", StringComparison.Ordinal)).ShouldBeGreaterThan(0, "command lines were looked at");
        foreach (var secret in s_secrets.Concat(tokens.Tokens).SelectMany(Forms))
            _seen.Keys.ShouldNotContain(text => text.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Leaves_a_secret_of_a_build_step_to_the_builder()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "reads command lines from /proc");
        _work.Write("Dockerfile", "FROM scratch\nCOPY Dockerfile /\n");
        _work.Describe("127.0.0.1:1/acme/web", "secrets: [\"id=token,env=BUILD_TOKEN\"]");
        using var watching = new CancellationTokenSource();
        var watch = Task.Run(() => Watch(watching.Token));

        // There is no daemon; what is shown on the way there matters.
        foreach (var line in new[] { "--dry-run --output json", "--verbosity detailed", "--metadata-only" })
            await RunAsync(null, line, ("BUILD_TOKEN", BuildSecret), ("DOCKER_HOST", "unix:///nowhere/docker.sock"));

        await watching.CancelAsync();
        await watch;
        foreach (var secret in Forms(BuildSecret))
            _seen.Keys.ShouldNotContain(text => text.Contains(secret, StringComparison.Ordinal));
    }

    private Task RunAsync(int? exitCode, string line, params (string Name, string Value)[] variables) => RunAsync(exitCode, line, false, variables);

    private async Task RunAsync(int? exitCode, string line, bool isOnCommandLine, params (string Name, string Value)[] variables)
    {
        var answer = await _work.RunAsync(line, variables);
        if (exitCode is { } expected)
            answer.ExitCode.ShouldBe(expected, answer.Out + answer.Error);
        if (!isOnCommandLine)
            Keep(answer.Out + "\n" + answer.Error);
    }

    private void Configure(DockerRegistryServer server, string auth) =>
        _work.Write(".docker/config.json", $$$"""{"auths":{"{{{server.Host}}}":{"auth":"{{{auth}}}"} } }""");

    private static string Encode(string secret) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{DockerRegistryServer.User}:{secret}"));

    private static IEnumerable<string> Forms(string secret) =>
        [secret, Encode(secret), Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('='), Uri.EscapeDataString(secret)];

    private void Keep(string text) => _seen.TryAdd(text, true);

    private void Watch(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            foreach (var process in Process.GetProcesses())
            {
                using (process)
                {
                    try
                    {
                        var line = File.ReadAllText($"/proc/{process.Id}/cmdline").Replace('\0', ' ');
                        if (!line.Contains(InAddressEncoded, StringComparison.Ordinal))
                            Keep(line);
                    }
                    catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                    {
                        // It has ended.
                    }
                }
            }

            Thread.Sleep(5);
        }
    }

    // The one that the test itself puts on a command line.
    private static string InAddressEncoded => Encode(InAddress);
}
