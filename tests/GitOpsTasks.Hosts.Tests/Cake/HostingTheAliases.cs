using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Hosts.Tests.Cake;

public sealed class HostingTheAliases(HostFolder host) : IClassFixture<HostFolder>
{
    [Fact]
    public async Task Bumps_below_the_folder_it_is_told()
    {
        host.Folder.Write("deploy/web.yaml", Manifests.Deployment("ghcr.io/acme/web:1.0.0"));
        using var process = host.NewProcess();
        var run = await process.RunAsync([host.Folder.PathOf("deploy")]);
        run.ExitCode.ShouldBe(0, run.Out + run.Error);
        run.Out.ShouldContain("changed True\n");
        run.Out.ShouldContain("Information/Normal: ");
        host.Folder.Read("deploy/web.yaml").ShouldBe(Manifests.Deployment("ghcr.io/acme/web:1.1.0"));
    }

    [Fact]
    public async Task Fails_with_the_exit_code_of_the_command_and_logs_an_error()
    {
        Directory.CreateDirectory(host.Folder.PathOf("empty"));
        using var process = host.NewProcess();
        var run = await process.RunAsync([host.Folder.PathOf("empty")]);
        run.ExitCode.ShouldBeInRange(1, 2);
        run.Out.ShouldContain("Error/Quiet: ");
        run.Out.ShouldContain($"failed gitops bump ended with exit code {run.ExitCode}.");
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Stops_at_a_signal_and_leaves_no_child_and_no_file_behind(string signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "sends a signal");
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var process = host.NewProcess();
        using var running = process.Start(["remote", $"http://{silent.LocalEndpoint}/config.git"], ("LC_ALL", "C"), ("GIT_TERMINAL_PROMPT", "0"));
        var exited = running.WaitForExitAsync(TestContext.Current.CancellationToken);
        var asking = silent.AcceptTcpClientAsync(TestContext.Current.CancellationToken).AsTask();
        (await Task.WhenAny(exited, asking)).ShouldBe(asking, "it ended before it asked");
        using var asked = await asking;

        using (var kill = Process.Start("kill", [$"-{signal}", running.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        var answer = await GitOpsAnswer.OfAsync(running, Stopwatch.StartNew());

        answer.ExitCode.ShouldBe(130, answer.Out + answer.Error);
        answer.Out.ShouldContain("GOT1007");
        await ReadToEndAsync(asked);
        Directory.EnumerateFileSystemEntries(process.Scratch, "gitops-*").ShouldBeEmpty();
    }

    // Ends only when git, which holds the other side, is gone.
    private static async Task ReadToEndAsync(TcpClient client)
    {
        try
        {
            await client.GetStream().CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // It was killed in the middle of its request.
        }
    }
}
