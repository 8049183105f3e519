using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;
using Microsoft.AspNetCore.Http;

namespace GitOpsTasks.Tests.Registry;

public sealed class DistrustingARegistry : FaultyRegistry
{
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
}
