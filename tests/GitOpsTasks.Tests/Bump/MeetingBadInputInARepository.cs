using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Tests.Git;

namespace GitOpsTasks.Tests.Bump;

/// <summary>The same in a repository that is changed without a checkout.</summary>
public sealed class MeetingBadInputInARepository : ConfigurationRepository
{
    [Theory]
    [InlineData("binary")]
    [InlineData("huge")]
    [InlineData("deep nesting")]
    [InlineData("template")]
    public async Task Warns_of_a_file_that_cannot_be_read_and_bumps_the_others(string kind)
    {
        await CommitAsync("bad.yaml", BadFiles.Make(kind));
        var outcome = await BumpAsync(Place.Context(), Remote.FullPath);
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        outcome.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(EditCodes.FileSkipped);
        (await Remote.ReadAsync("main", File)).ShouldBe(Content.Replace("1.4.0", "1.5.0", StringComparison.Ordinal));
        (await Remote.NumstatAsync("main^", "main")).ShouldBe([$"1\t1\t{File}"]);
        await Remote.FsckAsync();
    }

    [Theory]
    [InlineData("../x.yaml")]
    [InlineData("/etc/x.yaml")]
    [InlineData(".git/config.yaml")]
    [InlineData("apps/../../x")]
    [InlineData("apps/.GIT/x.yaml")]
    public async Task Refuses_paths_that_leave_the_repository(string path)
    {
        ShouldFail(await BumpAsync(Place.Context(), Remote.FullPath, "web:1.5.0", ("path", path)), ExitCode.Usage, UsageCodes.PathRefused);
        await ShouldBeAsItWasAsync();
    }

    [Fact]
    public async Task Changes_no_link_and_no_submodule()
    {
        await Place.GitAsync("clone", "--quiet", Remote.FullPath, ".");
        Directory.CreateDirectory(Place.PathOf("links"));
        System.IO.File.CreateSymbolicLink(Place.PathOf("links/web.yaml"), "image: web:1.4.0");
        await Place.GitAsync("add", "--all");
        await Place.GitAsync("update-index", "--add", "--cacheinfo", $"160000,{new string('1', 40)},links/sub.yaml");
        await Place.GitAsync("commit", "--quiet", "-m", "links");
        await Place.GitAsync("push", "--quiet", "origin", "HEAD:main");

        (await BumpAsync(Place.Context(), Remote.FullPath)).ExitCode.ShouldBe(ExitCode.Done);
        (await Remote.NumstatAsync("main^", "main")).ShouldBe([$"1\t1\t{File}"]);

        var outcome = await BumpAsync(Place.Context(), Remote.FullPath, "web:1.6.0", ("path", "links/web.yaml"));
        outcome.ExitCode.ShouldBe(ExitCode.Findings);
        outcome.Diagnostics[0].Code.ShouldBe(GitOpsTasks.Trees.TreeCodes.NotARegularFile);
    }

    private async Task CommitAsync(string path, byte[] content)
    {
        await Place.GitAsync("clone", "--quiet", Remote.FullPath, ".");
        await System.IO.File.WriteAllBytesAsync(Place.PathOf(path), content, Token);
        await Place.GitAsync("-c", "core.autocrlf=false", "add", "--all");
        await Place.GitAsync("commit", "--quiet", "-m", "bad");
        await Place.GitAsync("push", "--quiet", "origin", "HEAD:main");
        foreach (var entry in new DirectoryInfo(Place.Folder).EnumerateFileSystemInfos())
        {
            if (entry is DirectoryInfo folder)
                folder.Delete(recursive: true);
            else
                entry.Delete();
        }
    }
}
