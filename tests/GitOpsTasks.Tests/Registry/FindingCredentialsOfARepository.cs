using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;
using Microsoft.AspNetCore.Http;

namespace GitOpsTasks.Tests.Registry;

public sealed class FindingCredentialsOfARepository : IDisposable
{
    private readonly Workshop _workshop = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _workshop.Dispose();

    [Theory]
    [InlineData("ghcr.io/acme/web", "web")]
    [InlineData("ghcr.io/acme/web/cache", "web")]
    [InlineData("ghcr.io/acme/website", "acme")]
    [InlineData("ghcr.io/other/web", "host")]
    [InlineData("quay.io/acme/web", "old")]
    [InlineData("registry.example/acme/web", "api")]
    [InlineData("registry.example:5000/acme/web", null)]
    [InlineData("acme/web", "hub")]
    public async Task Takes_those_of_the_longest_path_it_is_below(string repository, string? user)
    {
        _workshop.Write("home/.docker/config.json", $$"""
            {"auths":{
              "ghcr.io/acme":{{Entry("acme")}}, "ghcr.io":{{Entry("host")}}, "ghcr.io/acme/web":{{Entry("web")}},
              "https://quay.io/v1/":{{Entry("old")}}, "registry.example/v2/":{{Entry("api")}}, "https://index.docker.io/v1/":{{Entry("hub")}}
            } }
            """);

        (await new CredentialSource(_workshop.Context).FindAsync(RegistryAddress.Parse(repository), Token))?.Username.ShouldBe(user);
    }

    [Fact]
    public async Task Does_not_give_those_of_one_repository_to_its_host()
    {
        _workshop.Write("home/.docker/config.json", $$"""{"auths":{"ghcr.io/acme/web":{{Entry("web")}} } }""");

        (await new CredentialSource(_workshop.Context).FindAsync("ghcr.io", Token)).ShouldBeNull();
        (await new CredentialSource(_workshop.Context).FindAsync(RegistryAddress.Parse("ghcr.io/acme/api"), Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Sends_an_access_token_as_it_is_and_asks_for_no_other()
    {
        await using var registry = new ScriptedRegistry();
        registry.Interfere = http =>
        {
            if (http.Request.Headers.Authorization.ToString() == "Bearer ready-made")
                return false;
            http.Response.StatusCode = 401;
            http.Response.Headers.WWWAuthenticate = $"Bearer realm=\"{registry.Url}/token\",service=\"s\",scope=\"repository:acme/web:pull\"";
            return true;
        };
        var host = registry.Repository.Split('/')[0];
        _workshop.Write("home/.docker/config.json", $$$"""{"auths":{"{{{host}}}":{"registrytoken":"ready-made"} },"HttpHeaders":{"X-Of-The-Daemon":"not-for-registries"} }""");

        (await new RegistryClient(_workshop.Context, registry.Repository).ResolveAsync("1", Token)).ShouldBeNull();

        registry.Requests.Select(request => request.Authorization).ShouldBe([null, "Bearer ready-made"]);
    }

    [Fact]
    public async Task Is_refused_once_where_an_access_token_is_over()
    {
        await using var registry = new ScriptedRegistry();
        registry.Interfere = http =>
        {
            http.Response.StatusCode = 401;
            http.Response.Headers.WWWAuthenticate = $"Bearer realm=\"{registry.Url}/token\",service=\"s\"";
            return true;
        };
        _workshop.Write("home/.docker/config.json", $$$"""{"auths":{"{{{registry.Repository.Split('/')[0]}}}":{"registrytoken":"ready-made"} } }""");

        var failure = await Should.ThrowAsync<TaskFailedException>(
            () => new RegistryClient(_workshop.Context, registry.Repository).ResolveAsync("1", Token));

        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(RegistryCodes.Unauthorized);
        failure.ToString().ShouldNotContain("ready-made");
        registry.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Exchanges_a_password_where_a_token_service_takes_nothing_else()
    {
        await using var registry = new ScriptedRegistry();
        await using var tokens = new ScriptedRegistry();
        var form = "";
        tokens.Interfere = http =>
        {
            http.Response.StatusCode = http.Request.Method == "POST" ? 200 : 405;
            if (http.Request.Method == "POST")
            {
                form = Encoding.UTF8.GetString(tokens.LastBody);
                http.Response.WriteAsync("""{"access_token":"exchanged"}""").GetAwaiter().GetResult();
            }

            return true;
        };
        registry.Interfere = http =>
        {
            if (http.Request.Headers.Authorization.Count > 0)
                return false;
            http.Response.StatusCode = 401;
            http.Response.Headers.WWWAuthenticate = $"Bearer realm=\"{tokens.Url}/token\",service=\"s\",scope=\"repository:acme/web:pull\"";
            return true;
        };
        _workshop.With("GITOPS_REGISTRY_USERNAME", "robot").With("GITOPS_REGISTRY_PASSWORD", "p&ss");

        await new RegistryClient(_workshop.Context, registry.Repository).ResolveAsync("1", Token);

        form.ShouldBe("grant_type=password&password=p%26ss&client_id=gitops-tasks&service=s&scope=repository%3Aacme%2Fweb%3Apull&username=robot");
        registry.Requests.Last().Authorization.ShouldBe("Bearer exchanged");
    }

    private static string Entry(string user) => $$"""{"auth":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:p"))}}"}""";
}
