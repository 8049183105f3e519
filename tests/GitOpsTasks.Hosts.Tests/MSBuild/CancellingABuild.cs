using System.Diagnostics;
using System.Globalization;

namespace GitOpsTasks.Hosts.Tests.MSBuild;

[Collection(nameof(BuildFolders))]
public sealed class CancellingABuild(BuildFolder build)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Ends_what_the_task_started_and_fails()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are of Unix.");
        var pidFile = build.Folder.PathOf("ssh.pid");
        build.Folder.Write("slow-ssh", $"#!/bin/sh\necho $$ > '{pidFile}.new' && mv '{pidFile}.new' '{pidFile}'\nexec sleep 600\n");
        File.SetUnixFileMode(build.Folder.PathOf("slow-ssh"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        using var dotnet = Start();
        var output = dotnet.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await UntilAsync(() => File.Exists(pidFile) || dotnet.HasExited);
        dotnet.HasExited.ShouldBeFalse();
        var ssh = int.Parse(await File.ReadAllTextAsync(pidFile, TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);

        // Only the build is signalled, not its group as by a terminal: what it started has to be ended by the task.
        using (var kill = Process.Start("kill", ["-INT", $"{dotnet.Id}"]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await UntilAsync(() => dotnet.HasExited);
        dotnet.ExitCode.ShouldBe(1);
        (await output).ShouldContain("error GOT1007: Cancelled");
        await UntilAsync(() => !IsRunning(ssh));
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet", [
            "build", "--no-restore", "-maxCpuCount:1", "-tl:off", "-t:GitOpsBump", "-p:GitOpsBumpRepository=ssh://git@127.0.0.1/config.git", "-p:GitOpsBumpImage=ghcr.io/acme/web:1.1.0",
        ])
        {
            WorkingDirectory = build.Folder.PathOf("src/app"),
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        foreach (var (name, value) in DotNet.Environment().Variables)
            start.Environment[name] = value;
        start.Environment["GIT_SSH_COMMAND"] = build.Folder.PathOf("slow-ssh");
        return Process.Start(start)!;
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var since = Stopwatch.StartNew(); !holds(); await Task.Delay(50, TestContext.Current.CancellationToken))
            since.Elapsed.ShouldBeLessThan(Soon);
    }

    private static bool IsRunning(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
