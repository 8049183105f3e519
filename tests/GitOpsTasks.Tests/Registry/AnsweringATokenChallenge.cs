using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;
using Microsoft.AspNetCore.Http;

namespace GitOpsTasks.Tests.Registry;

public sealed class AnsweringATokenChallenge : IAsyncDisposable
{
    private const string Password = "hunter2-secret";
    private readonly Workshop _workshop = new();
    private readonly ScriptedRegistry _registry = new();
    private readonly ScriptedRegistry _tokens = new();
    private readonly List<string> _queries = [];

    public AnsweringATokenChallenge()
    {
        _workshop.With("GITOPS_REGISTRY_USERNAME", "robot").With("GITOPS_REGISTRY_PASSWORD", Password);
        UseRealm($"{_tokens.Url}/token?a=b");
        _tokens.Interfere = http =>
        {
            _queries.Add(http.Request.QueryString.Value!);
            http.Response.WriteAsync($$"""{"token":"the-{{_queries.Count}}"}""").GetAwaiter().GetResult();
            return true;
        };
    }

    private RegistryClient Client => new(_workshop.Context, _registry.Repository);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _registry.DisposeAsync();
        await _tokens.DisposeAsync();
        _workshop.Dispose();
    }

    [Fact]
    public async Task Asks_for_the_scope_and_carries_the_token()
    {
        (await Client.ResolveAsync("1", Token)).ShouldBeNull();

        _queries.ShouldBe(["?a=b&service=the%20service&scope=repository%3Aacme%2Fweb%3Apull"]);
        var basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"robot:{Password}"));
        _tokens.Requests.ShouldHaveSingleItem().Authorization.ShouldBe(basic);
        _registry.Requests.Select(request => request.Authorization).ShouldBe([null, "Bearer the-1"]);
    }

    [Fact]
    public async Task Asks_once_for_many_requests()
    {
        var client = Client;
        await client.ResolveAsync("1", Token);
        await client.ResolveAsync("2", Token);

        _queries.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("http://tokens.example.com/token")]
    [InlineData("ftp://127.0.0.1/token")]
    [InlineData("/token")]
    public async Task Sends_no_credentials_to_a_realm_that_is_neither_https_nor_its_own(string realm)
    {
        UseRealm(realm);

        var failure = await Should.ThrowAsync<TaskFailedException>(() => Client.ResolveAsync("1", Token));

        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(RegistryCodes.RealmRefused);
        failure.ExitCode.ShouldBe(ExitCode.Refused);
    }

    [Fact]
    public async Task Is_refused_where_no_token_is_given_out()
    {
        _tokens.Interfere = http =>
        {
            http.Response.StatusCode = 401;
            return true;
        };

        var failure = await Should.ThrowAsync<TaskFailedException>(() => Client.ResolveAsync("1", Token));

        failure.ExitCode.ShouldBe(ExitCode.Refused);
        failure.ToString().ShouldNotContain(Password);
    }

    [Fact]
    public async Task Tries_again_where_the_token_server_fails()
    {
        _tokens.FailFirst(1, "GET", response => response.StatusCode = 502);

        var failure = await Should.ThrowAsync<TaskFailedException>(() => Client.ResolveAsync("1", Token));

        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(RegistryCodes.UnexpectedAnswer, "the second answer holds no token");
        _workshop.Time.Waits.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Exchanges_an_identity_token()
    {
        var form = "";
        _tokens.Interfere = http =>
        {
            form = Encoding.UTF8.GetString(_tokens.LastBody);
            http.Response.WriteAsync("""{"access_token":"exchanged"}""").GetAwaiter().GetResult();
            return true;
        };
        using var workshop = new Workshop();
        workshop.Write(
            "home/.docker/config.json",
            $$$"""{"auths":{"{{{_registry.Repository.Split('/')[0]}}}":{"identitytoken":"refresh-me"} } }""");

        await new RegistryClient(workshop.Context, _registry.Repository).ResolveAsync("1", Token);

        form.ShouldContain("grant_type=refresh_token&refresh_token=refresh-me");
        _tokens.Requests.ShouldHaveSingleItem().Method.ShouldBe("POST");
        _registry.Requests.Last().Authorization.ShouldBe("Bearer exchanged");
    }

    [Fact]
    public async Task Asks_for_another_token_where_the_first_does_not_suffice()
    {
        _registry.Interfere = http =>
        {
            var needed = http.Request.Method == "HEAD" ? "Bearer the-" : "Bearer the-2";
            return http.Request.Headers.Authorization.ToString().StartsWith(needed, StringComparison.Ordinal)
                ? false
                : Challenge(http.Response, $"{_tokens.Url}/token");
        };

        (await Client.PushBlobAsync(TestImages.Blob("hello"), Token)).ShouldBeTrue();

        _queries.Count.ShouldBe(2);
    }

    private void UseRealm(string realm) => _registry.Interfere = http =>
        http.Request.Headers.Authorization.Count == 0 && Challenge(http.Response, realm);

    private static bool Challenge(HttpResponse response, string realm)
    {
        response.StatusCode = 401;
        response.Headers.WWWAuthenticate =
            $"Bearer realm=\"{realm}\",service=\"the service\",scope=\"repository:acme/web:pull\"";
        return true;
    }
}
