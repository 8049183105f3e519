using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Tests.Registry;

public sealed class FindingCredentials : IDisposable
{
    private readonly Workshop _workshop = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Finds_none_where_there_are_none() => (await FindAsync("ghcr.io")).ShouldBeNull();

    [Fact]
    public async Task Takes_those_of_the_environment_first()
    {
        Configure($$$"""{"auths":{"ghcr.io":{"auth":"{{{Encode("file:f")}}}"} } }""");
        _workshop.With("GITOPS_REGISTRY_USERNAME", "robot").With("GITOPS_REGISTRY_PASSWORD", "e");

        (await FindAsync("ghcr.io")).ShouldBe(new RegistryCredentials("robot", "e"));
    }

    [Fact]
    public async Task Gives_those_of_the_environment_to_the_host_they_are_for_alone()
    {
        _workshop.With("GITOPS_REGISTRY_USERNAME", "robot").With("GITOPS_REGISTRY_PASSWORD", "e").With("GITOPS_REGISTRY", "ghcr.io");

        (await FindAsync("ghcr.io")).ShouldNotBeNull();
        (await FindAsync("quay.io")).ShouldBeNull();
    }

    [Fact]
    public async Task Prefers_those_that_name_the_host()
    {
        _workshop.With("GITOPS_REGISTRY_USERNAME", "any").With("GITOPS_REGISTRY_PASSWORD", "a")
            .With("GITOPS_REGISTRY_USERNAME_QUAY_IO", "own").With("GITOPS_REGISTRY_PASSWORD_QUAY_IO", "o")
            .With("GITOPS_REGISTRY_USERNAME_127_0_0_1_5000", "local").With("GITOPS_REGISTRY_PASSWORD_127_0_0_1_5000", "l");

        (await FindAsync("quay.io"))!.Username.ShouldBe("own");
        (await FindAsync("127.0.0.1:5000"))!.Username.ShouldBe("local");
        (await FindAsync("ghcr.io"))!.Username.ShouldBe("any");
    }

    [Fact]
    public async Task Gives_those_for_any_registry_to_none_that_images_only_come_from()
    {
        _workshop.With("GITOPS_REGISTRY_USERNAME", "robot").With("GITOPS_REGISTRY_PASSWORD", "e");

        (await new CredentialSource(_workshop.Context, isSource: true).FindAsync("docker.io", Token)).ShouldBeNull();

        _workshop.With("GITOPS_REGISTRY", "ghcr.io");
        (await new CredentialSource(_workshop.Context, isSource: true).FindAsync("ghcr.io", Token)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Reads_the_files_of_podman()
    {
        var runtime = _workshop.Write("run/containers/auth.json", $$$"""{"auths":{"ghcr.io":{"auth":"{{{Encode("pod:p")}}}"} } }""");
        _workshop.With("XDG_RUNTIME_DIR", _workshop.PathOf("run"));
        (await FindAsync("ghcr.io"))!.Username.ShouldBe("pod");

        Configure($$$"""{"auths":{"ghcr.io":{"auth":"{{{Encode("docker:d")}}}"} } }""");
        (await FindAsync("ghcr.io"))!.Username.ShouldBe("docker");

        _workshop.With("REGISTRY_AUTH_FILE", runtime);
        (await FindAsync("ghcr.io"))!.Username.ShouldBe("pod");
    }

    [Fact]
    public async Task Tells_of_a_program_that_is_not_installed()
    {
        Configure("""{"credsStore":"that-nobody-has"}""");

        var failure = await Should.ThrowAsync<TaskFailedException>(() => FindAsync("ghcr.io"));

        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(RegistryCodes.CredentialProgramFailed);
        failure.Message.ShouldContain("docker-credential-that-nobody-has");
    }

    [Theory]
    [InlineData("ghcr.io", "ghcr.io")]
    [InlineData("https://ghcr.io/v2/", "ghcr.io")]
    [InlineData("https://index.docker.io/v1/", "docker.io")]
    public async Task Reads_the_docker_configuration(string key, string host)
    {
        Configure($$$"""{"auths":{"other.example.com":{},"{{{key}}}":{"auth":"{{{Encode("me:pass:word")}}}"} } }""");

        (await FindAsync(host)).ShouldBe(new RegistryCredentials("me", "pass:word"));
        (await FindAsync("other.example.com")).ShouldBeNull();
    }

    [Fact]
    public async Task Prefers_the_folder_that_DOCKER_CONFIG_names()
    {
        Configure($$$"""{"auths":{"ghcr.io":{"auth":"{{{Encode("home:h")}}}"} } }""");
        _workshop.Write("elsewhere/config.json", $$$"""{"auths":{"ghcr.io":{"auth":"{{{Encode("other:o")}}}"} } }""");
        _workshop.With("DOCKER_CONFIG", _workshop.PathOf("elsewhere"));

        (await FindAsync("ghcr.io"))!.Username.ShouldBe("other");
    }

    [Fact]
    public async Task Asks_the_credential_program()
    {
        AddProgram("vault", """read server; printf '{"ServerURL":"%s","Username":"%s","Secret":"s"}' "$server" "$server" """);
        Configure("""{"credHelpers":{"ghcr.io":"vault"},"credsStore":"missing"}""");

        (await FindAsync("ghcr.io")).ShouldBe(new RegistryCredentials("ghcr.io", "s"));
    }

    [Fact]
    public async Task Knows_an_identity_token()
    {
        AddProgram("vault", """printf '{"Username":"<token>","Secret":"refresh"}'""");
        Configure("""{"credsStore":"vault"}""");

        (await FindAsync("ghcr.io")).ShouldBe(new RegistryCredentials("<token>", "refresh", IsIdentityToken: true));
    }

    [Fact]
    public async Task Takes_an_empty_credential_store_for_no_credentials()
    {
        AddProgram("vault", "echo 'credentials not found in native keychain'; exit 1");
        Configure("""{"credsStore":"vault"}""");

        (await FindAsync("ghcr.io")).ShouldBeNull();
    }

    [Fact]
    public async Task Tells_of_a_program_that_fails_without_what_it_printed()
    {
        AddProgram("vault", "echo top-secret; exit 3");
        Configure("""{"credsStore":"vault"}""");

        var failure = await Should.ThrowAsync<TaskFailedException>(() => FindAsync("ghcr.io"));

        failure.ExitCode.ShouldBe(ExitCode.External);
        failure.ToString().ShouldNotContain("top-secret");
    }

    [Fact]
    public async Task Does_not_start_a_program_by_path()
    {
        Configure("""{"credsStore":"../../bin/sh"}""");

        (await Should.ThrowAsync<TaskFailedException>(() => FindAsync("ghcr.io")))
            .Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(RegistryCodes.CredentialProgramFailed);
    }

    [Fact]
    public async Task Does_not_quote_a_configuration_it_cannot_read()
    {
        Configure("""{"auths": top-secret""");

        var failure = await Should.ThrowAsync<TaskFailedException>(() => FindAsync("ghcr.io"));

        failure.ExitCode.ShouldBe(ExitCode.Usage);
        failure.ToString().ShouldNotContain("top-secret");
    }

    private Task<RegistryCredentials?> FindAsync(string host) => new CredentialSource(_workshop.Context).FindAsync(host, Token);

    private void Configure(string json) => _workshop.Write("home/.docker/config.json", json);

    private void AddProgram(string name, string script) =>
        _workshop.Write($"bin/docker-credential-{name}", $"#!/bin/sh\n[ \"$1\" = get ] || exit 9\n{script}\n", isProgram: true);

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
