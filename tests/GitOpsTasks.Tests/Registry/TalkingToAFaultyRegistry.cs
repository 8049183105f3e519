using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;
using Microsoft.AspNetCore.Http;

namespace GitOpsTasks.Tests.Registry;

public sealed class TalkingToAFaultyRegistry : FaultyRegistry
{
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
}
