using GitOpsTasks.Build;
using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Registry;
using GitOpsTasks.Tests.Registry;
using Microsoft.AspNetCore.Http;

namespace GitOpsTasks.Tests.Build;

/// <summary>Answers that a real engine gives too seldom to wait for.</summary>
public sealed class TalkingToAFaultyDocker : IAsyncLifetime
{
    private const string Id = "sha256:1111111111111111111111111111111111111111111111111111111111111111";
    private readonly Workshop _workshop = new();
    private readonly ScriptedRegistry _registry = new();
    private readonly List<string> _seen = [];
    private LoopbackServer _engine = null!;

    private string Version { get; set; } = "1.45";

    private string BuildAnswer { get; set; } = $$$"""{"aux":{"ID":"{{{Id}}}"} }""";

    private string PushAnswer { get; set; } = "";

    private bool CutsBuild { get; set; }

    public ValueTask InitializeAsync()
    {
        _engine = new LoopbackServer(AnswerAsync);
        _workshop.With("DOCKER_HOST", _engine.Url.Replace("http://", "tcp://", StringComparison.Ordinal));
        _workshop.Write("src/Dockerfile", "FROM scratch\n");
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        await _registry.DisposeAsync();
        _workshop.Dispose();
    }

    [Theory]
    [InlineData("1.43", "1.43")]
    [InlineData("", "0.0")]
    public async Task Refuses_an_engine_that_is_too_old(string version, string shown)
    {
        Version = version;
        var failure = await FailAsync(BuildCodes.DockerNotSupported);
        failure.Message.ShouldContain(shown);
        failure.Message.ShouldContain("1.44");
    }

    [Theory]
    [InlineData("1.44", "/v1.44/build")]
    [InlineData("1.47", "/v1.47/build")]
    [InlineData("1.99", "/v1.47/build")]
    public async Task Speaks_a_version_both_know(string version, string path)
    {
        Version = version;
        await Samples.BuildAsync(_workshop.Context, Spec);
        _seen.ShouldContain(path);
    }

    [Fact]
    public async Task Fails_where_a_build_ends_without_an_image()
    {
        BuildAnswer = """{"stream":"Step 1/1 : FROM scratch\n"}""";
        (await FailAsync(BuildCodes.BuildFailed)).Message.ShouldContain("It last printed: Step 1/1 : FROM scratch");
    }

    [Fact]
    public async Task Fails_where_an_error_follows_an_image()
    {
        BuildAnswer += "\n" + """{"errorDetail":{"code":1,"message":"disk full"} }""";
        (await FailAsync(BuildCodes.BuildFailed)).Message.ShouldContain("disk full");
    }

    [Fact]
    public Task Fails_where_the_connection_breaks()
    {
        CutsBuild = true;
        return FailAsync(BuildCodes.DockerUnreachable);
    }

    [Fact]
    public Task Fails_where_what_answers_is_no_engine()
    {
        BuildAnswer = "<html>";
        return FailAsync(BuildCodes.DockerFailed);
    }

    [Fact]
    public async Task Fails_where_a_push_names_no_digest()
    {
        PushAnswer = """{"status":"Pushed","id":"abc"}""";
        await FailAsync(BuildCodes.PushFailed, push: true);
    }

    [Theory]
    [InlineData("denied: requested access to the resource is denied", ExitCode.Refused)]
    [InlineData("unauthorized: authentication required", ExitCode.Refused)]
    [InlineData("unexpected status from HEAD request to https://r/v2/: 403 Forbidden", ExitCode.Refused)]
    [InlineData("name unknown: The repository does not exist", ExitCode.Refused)]
    [InlineData("toomanyrequests: slow down", ExitCode.External)]
    [InlineData("unexpected status: 502 Bad Gateway", ExitCode.External)]
    [InlineData("write /var/lib/docker/x: no space left on device", ExitCode.External)]
    [InlineData("received unexpected HTTP status: 500 Internal Server Error", ExitCode.External)]
    public async Task Fails_where_the_stream_of_a_push_tells_of_an_error(string error, ExitCode exitCode)
    {
        PushAnswer = $$$"""{"errorDetail":{"message":"{{{error}}}"},"error":"{{{error}}}"}""";
        (await FailAsync(BuildCodes.PushFailed, push: true)).ExitCode.ShouldBe(exitCode);
    }

    [Theory]
    [InlineData("toomanyrequests: slow down", 4)]
    [InlineData("received unexpected HTTP status: 503 Service Unavailable", 4)]
    [InlineData("Put \\\"https://r/v2/\\\": EOF", 4)]
    [InlineData("denied: quota of 429 images", 1)]
    [InlineData("blob upload unknown at sha256:0042950300", 1)]
    public async Task Pushes_again_where_that_may_help(string error, int pushes)
    {
        PushAnswer = $$$"""{"error":"{{{error}}}"}""";
        await FailAsync(BuildCodes.PushFailed, push: true);
        _seen.Count(path => path.EndsWith("/push", StringComparison.Ordinal)).ShouldBe(pushes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Fails_where_the_registry_does_not_serve_what_was_pushed(bool servesAnother)
    {
        if (servesAnother)
            await TestImages.PushAsync(new RegistryClient(_workshop.Context, _registry.Repository), TestImages.Blob("a"), "sha-0123456");
        PushAnswer = $$$"""{"aux":{"Tag":"sha-0123456","Digest":"{{{Id}}}","Size":1} }""";
        await FailAsync(RegistryCodes.DigestMismatch, push: true);
    }

    private ImageSpec Spec => new("web", _registry.Repository) { Context = "src" };

    private async Task<TaskFailedException> FailAsync(string code, bool push = false)
    {
        var failure = await Should.ThrowAsync<TaskFailedException>(() => Samples.BuildAsync(_workshop.Context, Spec, push));
        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(code);
        failure.Message.ShouldNotContain("\n");
        return failure;
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var (request, response) = (http.Request, http.Response);
        _seen.Add(request.Path.Value!);
        await request.Body.CopyToAsync(Stream.Null);
        if (request.Path == "/_ping")
        {
            response.Headers["API-Version"] = Version;
        }
        else if (request.Path.Value!.EndsWith("/json", StringComparison.Ordinal))
        {
            await response.WriteAsync("""{"Os":"linux","Architecture":"arm","Variant":"v7"}""");
        }
        else if (request.Path.Value.EndsWith("/push", StringComparison.Ordinal))
        {
            await response.WriteAsync(PushAnswer);
        }
        else if (request.Path.Value.EndsWith("/build", StringComparison.Ordinal))
        {
            await response.WriteAsync(BuildAnswer + "\r\n");
            await response.Body.FlushAsync();
            if (CutsBuild)
                http.Abort();
        }
        else
        {
            response.StatusCode = 201;
        }
    }
}
