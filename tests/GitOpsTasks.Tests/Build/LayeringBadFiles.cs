using GitOpsTasks.Build;
using GitOpsTasks.Build.Layers;
using GitOpsTasks.Contracts;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build;

public sealed class LayeringBadFiles : IDisposable
{
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Refuses_a_pipe_instead_of_waiting_for_it()
    {
        _workshop.Write("src/a.txt", "a");
        await _workshop.RunAsync("mkfifo", "src/pipe");
        (await FailureAsync("src", "/app")).Message.ShouldContain("pipe' is a named pipe, not a file");
    }

    [Fact]
    public async Task Refuses_a_socket()
    {
        Directory.CreateDirectory(_workshop.PathOf("src"));
        using var socket = new System.Net.Sockets.Socket(
            System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Unspecified);
        socket.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(_workshop.PathOf("src/socket")));
        (await FailureAsync("src", "/app")).Code.ShouldBe(BuildCodes.FileUnreadable);
    }

    [Fact]
    public async Task Keeps_empty_files()
    {
        _workshop.Write("src/empty", "");
        (await BuildAsync("src", "/app")).Digest.ShouldNotBeNull();
    }

    [Fact]
    public async Task Tells_of_a_folder_that_is_missing()
    {
        var failure = await FailureAsync("missing", "/app");
        (failure.Code, failure.Message.Contains("missing' does not exist", StringComparison.Ordinal)).ShouldBe((UsageCodes.PathNotFound, true));
    }

    [Theory]
    [InlineData("/app/../etc")]
    [InlineData("app")]
    public async Task Refuses_a_place_that_is_not_one(string to)
    {
        _workshop.Write("src/a.txt", "a");
        (await FailureAsync("src", to)).Code.ShouldBe(BuildCodes.SpecInvalid);
    }

    [Fact]
    public async Task Refuses_a_name_that_no_system_takes()
    {
        _workshop.Write("src/a.txt", "a");
        (await FailureAsync("src", "/" + new string('n', 256))).Advice!.ShouldContain("255 bytes");
        (await BuildAsync("src", string.Concat(Enumerable.Repeat("/" + new string('n', 255), 10)))).Digest.ShouldNotBeNull();
    }

    [Fact]
    public async Task Stores_links_as_they_are_and_warns_of_those_that_lead_out()
    {
        _workshop.Write("src/real/a.txt", "a");
        File.CreateSymbolicLink(_workshop.PathOf("src/inside"), "real/a.txt");
        File.CreateSymbolicLink(_workshop.PathOf("src/absolute"), "/etc/passwd");
        File.CreateSymbolicLink(_workshop.PathOf("src/out"), "../../etc/shadow");

        var warning = (await BuildAsync("src", "/app")).Diagnostics.ShouldHaveSingleItem();

        (warning.Code, warning.Severity).ShouldBe((BuildCodes.LinkLeadsOut, Severity.Warning));
        warning.Message.ShouldBe("The link '/app/out' leads to '../../etc/shadow', out of 'src'; it is stored as it is.");
    }

    [Fact]
    public async Task Does_not_follow_a_named_link_out_of_the_context()
    {
        using var other = new Workshop();
        other.Write("secret.txt", "secret");
        File.CreateSymbolicLink(_workshop.PathOf("src"), other.PathOf("secret.txt"));
        (await FailureAsync("src", "/app")).Code.ShouldBe(UsageCodes.PathRefused);
    }

    [Fact]
    public async Task Tells_of_a_file_that_may_not_be_read()
    {
        Assert.SkipWhen(Environment.UserName == "root", "root may read everything.");
        File.SetUnixFileMode(_workshop.Write("src/a.txt", "a"), UnixFileMode.None);
        (await FailureAsync("src", "/app")).Code.ShouldBe(BuildCodes.FileUnreadable);
    }

    private async Task<Diagnostic> FailureAsync(string from, string to)
    {
        var failure = await Should.ThrowAsync<TaskFailedException>(() => BuildAsync(from, to));
        failure.ExitCode.ShouldBe(ExitCode.Usage);
        return failure.Diagnostics.ShouldHaveSingleItem();
    }

    private Task<ImageResult> BuildAsync(string from, string to) => Samples.BuildAsync(
        _workshop.Context,
        new ImageSpec("web", "registry.example.com/acme/web") { Layers = new LayersSpec { Layers = [new LayerSpec(from, to)] } });
}
