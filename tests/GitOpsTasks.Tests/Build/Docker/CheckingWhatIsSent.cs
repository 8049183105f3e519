using System.Diagnostics;
using System.Net.Sockets;
using GitOpsTasks.Build;
using GitOpsTasks.Build.Docker;
using GitOpsTasks.Contracts;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build.Docker;

/// <summary>All that is wrong with sources is told before an engine is looked for.</summary>
public sealed class CheckingWhatIsSent : IDisposable
{
    private readonly Workshop _workshop = new();
    private readonly ImageSpec _spec = new("web", "registry.example.com/acme/web") { Context = "app/src", Folder = "app" };

    public CheckingWhatIsSent()
    {
        _workshop.Write("app/src/Dockerfile", "FROM scratch\n");
        _workshop.Write("other/Dockerfile", "FROM scratch\n");
    }

    public void Dispose() => _workshop.Dispose();

    [Theory]
    [InlineData("app/none", "Dockerfile", UsageCodes.PathNotFound)]
    [InlineData("app/src/Dockerfile", "Dockerfile", UsageCodes.PathNotFound)]
    [InlineData("app/src", "none.Dockerfile", UsageCodes.PathNotFound)]
    [InlineData("app", "src", UsageCodes.PathNotFound)]
    [InlineData("other", "Dockerfile", BuildCodes.PathOutside)]
    [InlineData("app/../other", "Dockerfile", BuildCodes.PathOutside)]
    [InlineData("app/src", "../../other/Dockerfile", BuildCodes.PathOutside)]
    [InlineData("app/link", "Dockerfile", BuildCodes.PathOutside)]
    [InlineData("app/src", "LinkedDockerfile", BuildCodes.PathOutside)]
    [InlineData("https://example.com/acme/web.git", "Dockerfile", BuildCodes.SpecInvalid)]
    public void Refuses_what_is_not_there_or_outside(string context, string dockerfile, string code)
    {
        Directory.CreateSymbolicLink(_workshop.PathOf("app/link"), "../other");
        File.CreateSymbolicLink(_workshop.PathOf("app/src/LinkedDockerfile"), "../../other/Dockerfile");
        var spec = _spec with { Context = context, Dockerfile = new DockerfileSpec { Path = dockerfile } };
        Should.Throw<TaskFailedException>(() => BuildSources.Find(spec, _workshop.Context)).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Fact]
    public void Tells_where_a_missing_Dockerfile_should_be()
    {
        var spec = _spec with { Dockerfile = new DockerfileSpec { Path = "deploy/Dockerfile" } };
        Should.Throw<TaskFailedException>(() => BuildSources.Find(spec, _workshop.Context)).Diagnostics[0].Place.ShouldBe(new SourcePlace("app/src/deploy/Dockerfile"));
    }

    [Fact]
    public void Takes_what_is_elsewhere_in_the_work_tree()
    {
        Directory.CreateDirectory(_workshop.PathOf(".git"));
        BuildSources.Find(_spec with { Dockerfile = new DockerfileSpec { Path = "../../other/Dockerfile" } }, _workshop.Context).Shown.ShouldBe("other/Dockerfile");
    }

    [Fact]
    public void Refuses_pipes_sockets_and_wrong_patterns()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "has no such files");
        using (var mkfifo = Process.Start("mkfifo", [_workshop.PathOf("app/src/pipe")]))
            mkfifo.WaitForExit();
        Collecting().Message.ShouldContain("'pipe' of the build context is a named pipe.");
        File.Delete(_workshop.PathOf("app/src/pipe"));
        using (var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            socket.Bind(new UnixDomainSocketEndPoint(_workshop.PathOf("app/src/s")));
            Collecting().Message.ShouldContain("'s' of the build context is a socket.");
        }

        File.Delete(_workshop.PathOf("app/src/s"));
        _workshop.Write("app/src/.dockerignore", "bin\n[a\n");
        Collecting().Diagnostics[0].Place.ShouldBe(new SourcePlace(".dockerignore", 2));
    }

    [Fact]
    public void Sends_links_as_links_and_reads_nothing_behind_them()
    {
        _workshop.Write("secret.txt", "out of the context");
        File.CreateSymbolicLink(_workshop.PathOf("app/src/out"), "../../secret.txt");
        File.CreateSymbolicLink(_workshop.PathOf("app/src/dangling"), "/nowhere");
        var sent = BuildContext.Collect(BuildSources.Find(_spec, _workshop.Context), _workshop.PathOf("scratch"));
        sent.Entries.Select(entry => (entry.Path, entry.Link)).ShouldBe([("Dockerfile", null), ("dangling", "/nowhere"), ("out", "../../secret.txt")]);
    }

    private TaskFailedException Collecting() => Should.Throw<TaskFailedException>(
        () => BuildContext.Collect(BuildSources.Find(_spec, _workshop.Context), _workshop.PathOf("scratch")));
}
