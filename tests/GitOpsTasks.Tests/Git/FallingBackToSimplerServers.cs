using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Tests.Git;

public sealed class FallingBackToSimplerServers : ConfigurationRepository
{
    public static IEnumerable<TheoryDataRow<string, bool, bool, bool>> Servers =>
        from protocol in (string[])["", "0", "2"]
        from filters in (bool[])[true, false]
        from anyObject in (bool[])[true, false]
        from path in (bool[])[true, false]
        select new TheoryDataRow<string, bool, bool, bool>(protocol, filters, anyObject, path);

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Works_with_every_kind_of_server(string protocol, bool filters, bool anyObject, bool path)
    {
        await using var server = Serve(token: null);
        await Remote.GitAsync("config", "uploadpack.allowFilter", filters ? "true" : "false");
        await Remote.GitAsync("config", "uploadpack.allowAnySHA1InWant", anyObject ? "true" : "false");
        if (protocol.Length > 0)
            WriteUserConfiguration($"[protocol]\n\tversion = {protocol}\n");
        (string, string)[] more = path ? [("path", "apps/web")] : [];
        await ShouldBeBumpedAsync(await BumpAsync(Place.Context(), $"{server.Url}/repository.git", "web:1.5.0", more));
        Directory.EnumerateFileSystemEntries(Place.Scratch).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Works_with_object_ids_of_sha256(bool http)
    {
        var path = Place.PathOf("sha256.git");
        await Place.GitAsync("init", "--quiet", "--bare", "--object-format=sha256", "--initial-branch=main", path);
        using var remote = await BareRepository.CreateAtAsync(path);
        await remote.CommitAsync("main", new Dictionary<string, string?> { [File] = Content, ["README.md"] = "hello\n" });
        await using var server = new GitHttpServer(Place.Folder);
        var outcome = await BumpAsync(Place.Context(), http ? $"{server.Url}/sha256.git" : path);
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        (await remote.TipAsync("main"))!.Length.ShouldBe(64);
        (await remote.NumstatAsync("main^", "main")).ShouldBe([$"1\t1\t{File}"]);
        await remote.FsckAsync();
    }

    [Fact]
    public async Task Leaves_submodules_and_symbolic_links_alone()
    {
        var commit = await Remote.TipAsync("main");
        var link = (await Remote.TryGitAsync(["hash-object", "-w", "--stdin"], "apps/web"u8.ToArray())).Text;
        var tree = await Remote.GitAsync("rev-parse", "main^{tree}");
        var listing = await Remote.GitAsync("ls-tree", tree);
        var made = (await Remote.TryGitAsync(
            ["mktree", "--missing"],
            System.Text.Encoding.ASCII.GetBytes($"{listing}\n120000 blob {link}\tlink\n160000 commit {new string('1', 40)}\tmodule\n"))).Text;
        await Remote.GitAsync("update-ref", "refs/heads/main", await Remote.GitAsync("commit-tree", "-m", "links", "-p", commit!, made));
        await using var server = Serve(token: null);
        var linked = await BumpAsync(Place.Context(), $"{server.Url}/repository.git", "web:1.5.0", ("path", "link"));
        linked.ExitCode.ShouldBe(ExitCode.Findings);
        var beyond = await BumpAsync(Place.Context(), $"{server.Url}/repository.git", "web:1.5.0", ("path", "link/kustomization.yaml"));
        beyond.ExitCode.ShouldBe(ExitCode.Findings);
        var outcome = await BumpAsync(Place.Context(), $"{server.Url}/repository.git");
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        (await Remote.NumstatAsync("main^", "main")).ShouldBe([$"1\t1\t{File}"]);
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("apps/../../outside")]
    [InlineData(".git/config")]
    [InlineData("apps/.GIT/config")]
    [InlineData("GIT~1/config")]
    [InlineData("/etc/passwd")]
    public async Task Refuses_paths_that_lead_elsewhere(string path)
    {
        ShouldFail(await BumpAsync(Place.Context(), Remote.FullPath, "web:1.5.0", ("path", path)), ExitCode.Usage, UsageCodes.PathRefused);
        await ShouldBeAsItWasAsync();
    }
}
