using System.Diagnostics;
using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Parts;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Bump;

/// <summary>Places that are no files, or not where they seem to be: nothing outside the repository is touched, nothing half-written.</summary>
public sealed class MeetingOddPlaces : BadFolder
{
    [Fact]
    public async Task Does_not_wait_for_pipes_and_devices()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "makes special files");
        Place.Write("good.yaml", Pod);
        await Place.RunAsync("mkfifo", "pipe.yaml");
        if (Environment.IsPrivilegedProcess)
            await Place.RunAsync("mknod", "zero.yaml", "c", "1", "5");
        (await DoneAsync("web:1.5.0")).Edits.ShouldHaveSingleItem().File.ShouldBe("good.yaml");
        var outcome = await BumpAsync(["pipe.yaml"], "web:1.6.0");
        (outcome.ExitCode, outcome.Diagnostics.ShouldHaveSingleItem().Code).ShouldBe((ExitCode.Findings, BumpCodes.NoMatch));
    }

    [Fact]
    public async Task Looks_into_a_folder_that_is_named_like_a_file()
    {
        Place.Write("kustomization.yaml/pod.yaml", Pod);
        (await DoneAsync("web:1.5.0")).Edits.ShouldHaveSingleItem().File.ShouldBe("kustomization.yaml/pod.yaml");
        Files().ShouldBe(["kustomization.yaml", "kustomization.yaml/pod.yaml"]);
    }

    [Theory]
    [InlineData("link.yaml")]
    [InlineData("folder")]
    [InlineData("folder/pod.yaml")]
    [InlineData("dangling.yaml")]
    public async Task Follows_no_link_and_says_so_of_one_that_was_named(string path)
    {
        Place.Write("../outside/pod.yaml", Pod);
        File.CreateSymbolicLink(Place.PathOf("link.yaml"), "../outside/pod.yaml");
        Directory.CreateSymbolicLink(Place.PathOf("folder"), "../outside");
        File.CreateSymbolicLink(Place.PathOf("dangling.yaml"), "nowhere.yaml");
        var outcome = await BumpAsync([path], "web:1.5.0");
        (outcome.ExitCode, outcome.Diagnostics[0].Code).ShouldBe((ExitCode.Findings, TreeCodes.NotARegularFile));
        Place.Read("../outside/pod.yaml").ShouldBe(Pod);

        (await BumpAsync("web:1.5.0")).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(BumpCodes.NoMatch);
        Place.Read("../outside/pod.yaml").ShouldBe(Pod);
    }

    [Fact]
    public async Task Never_touches_what_is_outside_while_a_file_turns_into_a_link_and_back()
    {
        Place.Write("../outside/pod.yaml", Pod + "# secret\n");
        Place.Write("real.yaml", Pod);
        using var stop = new CancellationTokenSource();
        var swapping = Task.Run(() => Swap(stop.Token), Token);
        for (var run = 0; run < 50; run++)
        {
            var outcome = await BumpAsync($"web:1.5.{run}");
            outcome.ExitCode.ShouldBeOneOf(ExitCode.Done, ExitCode.Findings, ExitCode.Usage, ExitCode.External);
            outcome.Diagnostics.ShouldAllBe(found => !found.ToString().Contains("secret", StringComparison.Ordinal));
        }

        await stop.CancelAsync();
        await swapping;
        Place.Read("../outside/pod.yaml").ShouldBe(Pod + "# secret\n");
        Directory.EnumerateFileSystemEntries(Place.PathOf("../outside")).ShouldHaveSingleItem();
        Files().ShouldBeSubsetOf(["pod.yaml", "real.yaml"]);
    }

    [Theory]
    [InlineData("../outside/pod.yaml", UsageCodes.PathRefused)]
    [InlineData(".git/config.yaml", UsageCodes.PathRefused)]
    [InlineData("nowhere.yaml", UsageCodes.PathNotFound)]
    [InlineData("pod.yaml/x", UsageCodes.PathNotFound)]
    public async Task Refuses_paths_that_leave_the_repository(string path, string code)
    {
        Place.Write("../outside/pod.yaml", Pod);
        Place.Write("pod.yaml", Pod);
        await Place.CommitAllAsync();
        Place.Write(".git/config.yaml", Pod);
        var outcome = await BumpAsync(["pod.yaml", path], "web:1.5.0");
        (outcome.ExitCode, outcome.Diagnostics.ShouldHaveSingleItem().Code).ShouldBe((ExitCode.Usage, code));
        (Place.Read("pod.yaml"), Place.Read("../outside/pod.yaml"), Place.Read(".git/config.yaml")).ShouldBe((Pod, Pod, Pod));
    }

    [Fact]
    public async Task Changes_nothing_where_the_disk_is_full()
    {
        using var disk = new SmallFileSystem(kilobytes: 64);
        var (first, second) = (Path.Join(disk.FullPath, "a.yaml"), Path.Join(disk.FullPath, "b.yaml"));
        await File.WriteAllTextAsync(first, Pod, Token);
        var large = Pod + string.Concat(Enumerable.Repeat("# filler\n", 4000));
        await File.WriteAllTextAsync(second, large, Token);

        var outcome = await BumpAsync([disk.FullPath], "web:1.5.0");

        (outcome.ExitCode, outcome.Diagnostics.ShouldHaveSingleItem().Code).ShouldBe((ExitCode.External, UsageCodes.WriteFailed));
        outcome.Diagnostics[0].Message.ShouldStartWith("'b.yaml' could not be written: ");
        (await File.ReadAllTextAsync(first, Token), await File.ReadAllTextAsync(second, Token)).ShouldBe((Pod, large));
        Directory.EnumerateFileSystemEntries(disk.FullPath).Count().ShouldBe(2);
    }

    [Fact]
    public async Task Changes_nothing_on_a_file_system_that_is_read_only()
    {
        using var disk = new SmallFileSystem(kilobytes: 64);
        await File.WriteAllTextAsync(Path.Join(disk.FullPath, "a.yaml"), Pod, Token);
        disk.MakeReadOnly();
        var outcome = await BumpAsync([disk.FullPath], "web:1.5.0");
        (outcome.ExitCode, outcome.Diagnostics.ShouldHaveSingleItem().Code).ShouldBe((ExitCode.External, UsageCodes.WriteFailed));
        (await File.ReadAllTextAsync(Path.Join(disk.FullPath, "a.yaml"), Token)).ShouldBe(Pod);
    }
}
