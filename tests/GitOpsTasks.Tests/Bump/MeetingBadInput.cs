using System.Diagnostics;
using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Parts;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Bump;

/// <summary>Files on disk that are no good: one clear message each, nothing half-written, nothing else disturbed.</summary>
public sealed class MeetingBadInput() : BumpedFiles
{
    private const string Pod = "spec:\n  containers:\n  - image: web:1.4.0\n";
    private const string Bumped = "spec:\n  containers:\n  - image: web:1.5.0\n";

    private string[] Files() =>
        [.. Directory.EnumerateFileSystemEntries(Place.Folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Place.Folder, path)).Order(StringComparer.Ordinal)];

    private async Task<TaskOutcome> BumpAsync(string[] paths, params string[] images) =>
        await BumpTask.Declaration.RunAsync(new InputValues().Add("image", images).Add("path", paths), Place.Context(), Token);

    [Theory]
    [InlineData("binary", "bad.yaml:1:1")]
    [InlineData("huge", "bad.yaml:1:1")]
    [InlineData("deep nesting", "bad.yaml:2:")]
    [InlineData("deep block nesting", "bad.yaml:3:")]
    [InlineData("template", "bad.yaml:1:")]
    public async Task Warns_of_a_file_that_cannot_be_read_and_bumps_the_others(string kind, string place)
    {
        await File.WriteAllBytesAsync(Place.PathOf("bad.yaml"), BadFiles.Make(kind), Token);
        Place.Write("good.yaml", Pod);
        var before = await File.ReadAllBytesAsync(Place.PathOf("bad.yaml"), Token);

        var outcome = await BumpAsync("web:1.5.0");

        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        var warning = outcome.Diagnostics.ShouldHaveSingleItem();
        (warning.Severity, warning.Code).ShouldBe((Severity.Warning, EditCodes.FileSkipped));
        warning.Place!.ToString().ShouldStartWith(place);
        Place.Read("good.yaml").ShouldBe(Bumped);
        (await File.ReadAllBytesAsync(Place.PathOf("bad.yaml"), Token)).ShouldBe(before);
        Files().ShouldBe(["bad.yaml", "good.yaml"]);
    }

    [Fact]
    public async Task Bumps_a_file_with_bytes_that_are_no_UTF8_and_warns_of_them()
    {
        byte[] before = [.. "# caf"u8, 0xE9, .. "\nspec:\n  containers:\n  - image: web:1.4.0\n    name: a # "u8, 0xC3, 0x28, 10];
        await File.WriteAllBytesAsync(Place.PathOf("bad.yaml"), before, Token);
        var outcome = await BumpAsync("web:1.5.0");
        outcome.ExitCode.ShouldBe(ExitCode.Done);
        var warning = outcome.Diagnostics.ShouldHaveSingleItem();
        (warning.Code, warning.Place!.ToString()).ShouldBe((YamlCodes.NotUtf8, "bad.yaml:1:6"));
        var expected = before.ToArray();
        expected[before.AsSpan().IndexOf("1.4.0"u8) + 2] = (byte)'5';
        (await File.ReadAllBytesAsync(Place.PathOf("bad.yaml"), Token)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("binary")]
    [InlineData("huge")]
    [InlineData("deep nesting")]
    public async Task Fails_where_the_only_file_with_the_image_cannot_be_read(string kind)
    {
        await File.WriteAllBytesAsync(Place.PathOf("bad.yaml"), BadFiles.Make(kind), Token);
        var outcome = await BumpAsync("web:1.5.0");
        outcome.ExitCode.ShouldBe(ExitCode.Findings);
        outcome.Diagnostics.Select(found => found.Code).ShouldBe([EditCodes.FileSkipped, BumpCodes.NoMatch]);
    }

    [Theory]
    [InlineData("binary")]
    [InlineData("not UTF-8")]
    [InlineData("huge")]
    [InlineData("deep nesting")]
    [InlineData("template")]
    public async Task Is_not_disturbed_by_a_bad_file_that_does_not_name_the_image(string kind)
    {
        await File.WriteAllBytesAsync(Place.PathOf("bad.yaml"), BadFiles.Make(kind), Token);
        Place.Write("good.yaml", "spec:\n  containers:\n  - image: api:1.0.0\n");
        var outcome = await BumpAsync("api:1.1.0");
        outcome.ExitCode.ShouldBe(ExitCode.Done);
        outcome.Diagnostics.ShouldBeEmpty();
        Place.Read("good.yaml").ShouldContain("api:1.1.0");
    }

    [Fact]
    public async Task Edits_an_alias_bomb_at_its_anchor_in_no_time()
    {
        await File.WriteAllBytesAsync(Place.PathOf("bomb.yaml"), BadFiles.Make("alias bomb"), Token);
        var watch = Stopwatch.StartNew();
        (await DoneAsync("web:1.5.0")).Edits.ShouldHaveSingleItem();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20), "expanded, it would take for ever");
        Place.Read("bomb.yaml").ShouldStartWith("l0: &l0 {containers: [{image: web:1.5.0}]}\n");
    }

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

    private void Swap(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                File.Copy(Place.PathOf("real.yaml"), Place.PathOf("pod.yaml"), overwrite: true);
                File.Delete(Place.PathOf("pod.yaml"));
                File.CreateSymbolicLink(Place.PathOf("pod.yaml"), "../outside/pod.yaml");
            }
            catch (IOException)
            {
                // The bump was first.
            }

            File.Delete(Place.PathOf("pod.yaml"));
        }
    }
}
