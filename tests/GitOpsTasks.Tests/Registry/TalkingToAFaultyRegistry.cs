using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;
using Microsoft.AspNetCore.Http;

namespace GitOpsTasks.Tests.Registry;

public sealed class TalkingToAFaultyRegistry : IAsyncDisposable
{
    private const string Password = "hunter2-secret";
    private readonly Workshop _workshop = new();
    private readonly ScriptedRegistry _server = new();
    private readonly OciBlob _config = TestImages.Blob("hello");

    private RegistryClient Client => new(_workshop.Context, _server.Repository);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _workshop.Dispose();
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("POST")]
    [InlineData("PUT")]
    public async Task Tries_again_after_server_errors(string method)
    {
        _server.FailFirst(3, method, response => response.StatusCode = 503);

        (await TestImages.PushAsync(Client, _config, "1")).ShouldBeTrue();

        _workshop.Time.Waits.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Gives_up_after_five_attempts()
    {
        _server.FailFirst(int.MaxValue, "HEAD", response => response.StatusCode = 500);

        var failure = await Should.ThrowAsync<TaskFailedException>(() => Client.ResolveAsync("1", Token));

        failure.ExitCode.ShouldBe(ExitCode.External);
        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(RegistryCodes.Unavailable);
        failure.Message.ShouldContain(_server.Repository);
        _server.Requests.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Waits_as_long_as_it_is_asked_to()
    {
        _server.FailFirst(1, "HEAD", response =>
        {
            response.StatusCode = 429;
            response.Headers.RetryAfter = "17";
        });

        await Client.ResolveAsync("1", Token);

        _workshop.Time.Waits.ShouldBe([TimeSpan.FromSeconds(17)]);
    }

    [Fact]
    public async Task Does_not_wait_for_an_hour()
    {
        _server.FailFirst(1, "HEAD", response =>
        {
            response.StatusCode = 429;
            response.Headers.RetryAfter = "3600";
        });

        var failure = await Should.ThrowAsync<TaskFailedException>(() => Client.ResolveAsync("1", Token));

        failure.ExitCode.ShouldBe(ExitCode.External);
        failure.Message.ShouldContain("3600");
        _server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task Takes_a_refusal_as_final(int status)
    {
        UseCredentials();
        _server.FailFirst(int.MaxValue, "HEAD", response =>
        {
            response.StatusCode = status;
            response.Headers.WWWAuthenticate = "Basic realm=\"tests\"";
        });

        var failure = await Should.ThrowAsync<TaskFailedException>(() => Client.ResolveAsync("1", Token));

        failure.ExitCode.ShouldBe(ExitCode.Refused);
        failure.ToString().ShouldNotContain(Password);
        _server.Requests.Count.ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task Takes_another_client_error_as_final()
    {
        _server.FailFirst(int.MaxValue, "PUT", response => response.StatusCode = 413);

        var failure = await Should.ThrowAsync<TaskFailedException>(() => TestImages.PushAsync(Client, _config, "1"));

        failure.ExitCode.ShouldBe(ExitCode.External);
        failure.Message.ShouldContain("413");
        _server.CountOf("PUT").ShouldBe(1);
    }

    [Fact]
    public async Task Begins_an_upload_anew_that_was_forgotten()
    {
        _server.FailFirst(1, "PUT", response => response.StatusCode = 404);

        (await TestImages.PushAsync(Client, _config, "1")).ShouldBeTrue();

        _server.CountOf("POST").ShouldBe(2);
    }

    [Fact]
    public async Task Finds_an_upload_whose_reply_was_lost()
    {
        _server.LostReplies = 1;

        (await Client.PushBlobAsync(_config, Token)).ShouldBeTrue();

        _server.CountOf("PUT").ShouldBe(1);
        (await Client.PushBlobAsync(_config, Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task Sees_that_another_digest_is_served_than_was_pushed()
    {
        var wasPut = false;
        _server.Interfere = http =>
        {
            wasPut |= http.Request.Method == "PUT" && http.Request.Path.Value!.Contains("/manifests/", StringComparison.Ordinal);
            if (!wasPut || http.Request.Method != "HEAD")
                return false;
            http.Response.ContentType = OciMediaTypes.Manifest;
            http.Response.ContentLength = 2;
            http.Response.Headers["Docker-Content-Digest"] = "sha256:" + new string('0', 64);
            return true;
        };

        var failure = await Should.ThrowAsync<TaskFailedException>(() => TestImages.PushAsync(Client, _config, "1"));

        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(RegistryCodes.DigestMismatch);
        failure.ExitCode.ShouldBe(ExitCode.External);
    }

    [Fact]
    public async Task Sees_that_a_manifest_is_not_of_its_digest()
    {
        await TestImages.PushAsync(Client, _config, "1");
        _server.Interfere = http =>
        {
            if (http.Request.Method != "GET")
                return false;
            http.Response.ContentType = OciMediaTypes.Manifest;
            http.Response.WriteAsync("{}").GetAwaiter().GetResult();
            return true;
        };

        var digest = TestImages.Manifest(_config).Descriptor.Digest;
        var failure = await Should.ThrowAsync<TaskFailedException>(() => Client.GetManifestAsync(digest, Token));

        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(RegistryCodes.DigestMismatch);
    }

    [Fact]
    public async Task Uploads_to_another_host_without_credentials()
    {
        await using var storage = new ScriptedRegistry();
        storage.Interfere = http => Created(http.Response);
        _server.UploadLocation = $"{storage.Url}/bucket/upload?signature=abc";
        UseCredentials();
        WantBasic();

        await Client.PushBlobAsync(_config, Token);

        storage.Requests.ShouldHaveSingleItem().Authorization.ShouldBeNull();
        _server.Requests.Last().Authorization.ShouldNotBeNull();
    }

    [Fact]
    public async Task Follows_a_redirect_to_another_host_without_credentials()
    {
        await using var other = new ScriptedRegistry();
        _server.Interfere = http =>
        {
            http.Response.StatusCode = 307;
            http.Response.Headers.Location = $"{other.Url}{http.Request.Path}";
            return http.Request.Headers.Authorization.Count > 0 || Challenge(http.Response);
        };
        UseCredentials();

        (await Client.ResolveAsync("1", Token)).ShouldBeNull();

        other.Requests.ShouldHaveSingleItem().Authorization.ShouldBeNull();
    }

    [Fact]
    public async Task Ends_a_redirect_in_circles()
    {
        _server.FailFirst(int.MaxValue, "HEAD", response =>
        {
            response.StatusCode = 302;
            response.Headers.Location = "/v2/acme/web/manifests/1";
        });

        (await Should.ThrowAsync<TaskFailedException>(() => Client.ResolveAsync("1", Token)))
            .ExitCode.ShouldBe(ExitCode.External);
    }

    private void UseCredentials() =>
        _workshop.With("GITOPS_REGISTRY_USERNAME", "robot").With("GITOPS_REGISTRY_PASSWORD", Password);

    private void WantBasic() =>
        _server.Interfere = http => http.Request.Headers.Authorization.Count == 0 && Challenge(http.Response);

    private static bool Challenge(HttpResponse response)
    {
        response.StatusCode = 401;
        response.Headers.WWWAuthenticate = "Basic realm=\"tests\"";
        return true;
    }

    private static bool Created(HttpResponse response)
    {
        response.StatusCode = 201;
        return true;
    }
}
