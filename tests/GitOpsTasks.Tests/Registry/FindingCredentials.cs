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
