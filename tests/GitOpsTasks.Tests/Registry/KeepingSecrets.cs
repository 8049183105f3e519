using System.Collections.Concurrent;
using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Registry;
using GitOpsTasks.Tests.Build;

namespace GitOpsTasks.Tests.Registry;

/// <summary>Goes through every kind of login, right and wrong, and then looks for the secrets in all that was written down.</summary>
public sealed class KeepingSecrets : IAsyncDisposable
{
    private const string Planted = "planted-s3cret-zQ9";
    private readonly Workshop _workshop = new();
    private readonly RecordedProgress _progress = new();
    private readonly ConcurrentBag<string> _written = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync()
    {
        _workshop.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Shows_none_anywhere()
    {
        await using var tokens = new RegistryTokenServer();
        await using var basic = await DockerRegistryServer.StartAsync(wantsUser: true);
        await using var bearer = await DockerRegistryServer.StartAsync(tokens: tokens);
        await using var plain = await DockerRegistryServer.StartAsync();
        _workshop.Write("bin/docker-credential-vault", $$"""
            #!/bin/sh
            read server
            case "$server" in {{basic.Host}}) secret={{DockerRegistryServer.Password}};; *) secret={{Planted}};; esac
            printf '{"Username":"{{DockerRegistryServer.User}}","Secret":"%s"}' "$secret"
            """.ReplaceLineEndings("\n"), isProgram: true);
        _workshop.Write("home/.docker/config.json", """{"credsStore":"vault"}""");

        await PushAsync(basic);
        await PushAsync(bearer);
        _workshop.With("GITOPS_REGISTRY_USERNAME", DockerRegistryServer.User).With("GITOPS_REGISTRY_PASSWORD", DockerRegistryServer.Password);
        await PushAsync(bearer);
        await PushAsync(plain);
        _workshop.With("GITOPS_REGISTRY_PASSWORD", Planted);
        await PushAsync(basic);
        await PushAsync(bearer);
        _workshop.Write("bin/docker-credential-vault", $"#!/bin/sh\necho {Planted}; echo {Planted} >&2; exit 3\n", isProgram: true);
        _workshop.With("GITOPS_REGISTRY", "elsewhere");
        await PushAsync(basic);

        var logs = new[] { basic, bearer, plain }.Select(server => server.LogAsync()).ToList();
        await Task.WhenAll(logs);
        var all = _written.Concat(_progress.Lines).Concat(logs.SelectMany(log => log.Result)).Concat(tokens.Questions).ToList();
        _written.Count(text => text.Contains("GOT5102", StringComparison.Ordinal)).ShouldBe(3, "the wrong passwords were refused");
        _written.ShouldContain(text => text.Contains("GOT5108", StringComparison.Ordinal), "the program that failed was told of");
        _written.ShouldContain(text => text.Contains("docker-credential-vault", StringComparison.Ordinal));
        tokens.Tokens.Count.ShouldBeGreaterThan(0);
        foreach (var secret in tokens.Tokens.Concat([Planted, DockerRegistryServer.Password]))
            all.ShouldNotContain(line => line.Contains(secret, StringComparison.Ordinal) || line.Contains(Encoded(secret), StringComparison.Ordinal));
        logs.ShouldAllBe(log => log.Result.Count > 5);
    }

    private async Task PushAsync(DockerRegistryServer server)
    {
        var run = _workshop.Context.RunProcess;
        var context = _workshop.Context with
        {
            Progress = _progress,
            RunProcess = (command, cancellationToken) =>
            {
                _written.Add(command.ToString());
                return run(command, cancellationToken);
            },
        };
        var registry = new RegistryClient(context, $"{server.Host}/acme/web");
        try
        {
            using var step = context.Progress.Begin($"push to {registry.Repository}");
            await new BlobTransfer(registry, step).RunAsync([TestImages.Blob("hello")], Token);
            await registry.PushManifestAsync(TestImages.Manifest(TestImages.Blob("hello")), "1.0", Token);
        }
        catch (TaskFailedException e)
        {
            _written.Add(e.ToString());
        }
    }

    private static string Encoded(string secret) =>
        Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{DockerRegistryServer.User}:{secret}"));
}
