using System.Security.Cryptography;
using System.Text;
using GitOpsTasks.Build;
using GitOpsTasks.Build.Docker;
using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build.Docker;

/// <summary>A real engine behind TLS, and behind an ssh that stays on this machine.</summary>
public sealed class ConnectingToDocker : IAsyncLifetime
{
    private readonly LoopbackCertificate _certificate = new();
    private readonly Workshop _workshop = new();
    private DockerDaemon _docker = null!;

    public async ValueTask InitializeAsync() => _docker = await DockerDaemon.StartAsync(certificate: _certificate);

    public async ValueTask DisposeAsync()
    {
        if (_docker is not null)
            await _docker.DisposeAsync();
        _workshop.Dispose();
        _certificate.Dispose();
    }

    [Fact]
    public async Task Works_with_certificates_and_not_without()
    {
        _workshop.With("DOCKER_HOST", _docker.SecureAddress!).With("DOCKER_TLS_VERIFY", "1").With("DOCKER_CERT_PATH", _docker.Certificates);
        await ConnectAsync();

        _workshop.With("DOCKER_CERT_PATH", _workshop.PathOf("empty"));
        var failure = await Should.ThrowAsync<TaskFailedException>(ConnectAsync);
        failure.Diagnostics[0].Code.ShouldBe(BuildCodes.DockerUnreachable);
        failure.Message.ShouldContain("certificate");

        _workshop.Write("broken/ca.pem", "no certificate");
        _workshop.Write("broken/cert.pem", "no certificate");
        _workshop.With("DOCKER_CERT_PATH", _workshop.PathOf("broken"));
        (await Should.ThrowAsync<TaskFailedException>(ConnectAsync)).Diagnostics[0].Code.ShouldBe(BuildCodes.DockerNotSupported);
    }

    [Fact]
    public async Task Works_with_the_certificates_of_a_context()
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("secure")));
        _workshop.Write($"home/.docker/contexts/meta/{id}/meta.json", $$$"""{"Name":"secure","Endpoints":{"docker":{"Host":"{{{_docker.SecureAddress}}}"} } }""");
        foreach (var file in new[] { "ca.pem", "cert.pem", "key.pem" })
            _workshop.Write($"home/.docker/contexts/tls/{id}/docker/{file}", await File.ReadAllTextAsync(Path.Combine(_docker.Certificates, file)));
        _workshop.With("DOCKER_CONTEXT", "secure");
        await ConnectAsync();
    }

    [Fact]
    public async Task Works_over_ssh()
    {
        var docker = RequiredPart.Find("docker");
        var ssh = _workshop.Write(
            "programs/ssh",
            $"#!/bin/sh\necho \"$@\" > {_workshop.PathOf("ssh.log")}\nwhile [ \"$1\" != docker ]; do shift; done\nshift\nexec {docker} --host {_docker.Address} \"$@\"\n",
            isProgram: true);
        _workshop.With("DOCKER_HOST", "ssh://me@example.test:2222").With("PATH", $"{Path.GetDirectoryName(ssh)}:{Environment.GetEnvironmentVariable("PATH")}");
        _workshop.Write("src/Dockerfile", "FROM scratch\nCOPY Dockerfile /\n");

        var image = await Samples.BuildAsync(_workshop.Context, new ImageSpec("web", "registry.example.com/acme/web") { Context = "src" });

        image.ImageId.ShouldNotBeNull();
        (await File.ReadAllTextAsync(_workshop.PathOf("ssh.log"))).ShouldContain("-l me -p 2222 -- example.test docker system dial-stdio");
    }

    [Fact]
    public async Task Tells_that_ssh_fails()
    {
        var ssh = _workshop.Write("programs/ssh", "#!/bin/sh\nexit 255\n", isProgram: true);
        _workshop.With("DOCKER_HOST", "ssh://example.test").With("PATH", Path.GetDirectoryName(ssh)!);
        (await Should.ThrowAsync<TaskFailedException>(ConnectAsync)).Diagnostics[0].Code.ShouldBe(BuildCodes.DockerUnreachable);
        _workshop.With("PATH", _workshop.PathOf("empty"));
        (await Should.ThrowAsync<TaskFailedException>(ConnectAsync)).Diagnostics[0].Code.ShouldBe(BuildCodes.DockerUnreachable);
    }

    private async Task ConnectAsync()
    {
        using var engine = new DockerEngine(_workshop.Context);
        await engine.ConnectAsync(TestContext.Current.CancellationToken);
    }
}
