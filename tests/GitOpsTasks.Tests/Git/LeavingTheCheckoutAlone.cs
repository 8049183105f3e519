using System.Security.Cryptography;
using GitOpsTasks.Git;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Tests.Git;

public sealed class LeavingTheCheckoutAlone : ConfigurationRepository
{
    private static readonly string[] s_hooks =
    [
        "pre-push", "pre-commit", "post-commit", "reference-transaction", "post-checkout", "post-rewrite", "pre-auto-gc", "fsmonitor-watchman",
    ];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Directory.Delete(Place.Folder);
        await new HermeticGit(Place.Home).RunAsync(Place.Home, ["clone", "--quiet", Remote.FullPath, Place.Folder]);
        Place.Write(File, Content + "# not committed\n");
        Place.Write("untracked.yaml", "a: b\n");
    }

    [Fact]
    public async Task Touches_neither_files_nor_index_nor_configuration()
    {
        var before = Fingerprint();
        await ShouldBeBumpedAsync(await BumpAsync(Place.Context(), Remote.FullPath));
        Fingerprint().ShouldBe(before);
        Directory.EnumerateFileSystemEntries(Place.Scratch).ShouldBeEmpty();
        Directory.EnumerateFileSystemEntries(Place.Home).ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_not_led_astray_by_the_variables_of_a_hook()
    {
        var before = Fingerprint();
        var context = Place.Context(
            ("GIT_DIR", Place.PathOf(".git")), ("GIT_WORK_TREE", Place.Folder), ("GIT_INDEX_FILE", Place.PathOf(".git/index")));
        await ShouldBeBumpedAsync(await BumpAsync(context, Remote.FullPath));
        Fingerprint().ShouldBe(before);
    }

    [Fact]
    public async Task Runs_nothing_that_a_hostile_checkout_configures()
    {
        Plant();
        await ShouldBeBumpedAsync(await BumpAsync(Place.Context(), Remote.FullPath));
        System.IO.File.Exists(Place.Canary).ShouldBeFalse();
    }

    [Fact]
    public async Task Reads_where_a_hostile_checkout_comes_from_without_running_anything()
    {
        Plant();
        var checkout = await SourceCheckout.FindAsync(Place.Context(), Place.Folder, Token);
        (checkout!.Origin, checkout.Branch, checkout.Commit).ShouldBe((Remote.FullPath, "main", (await Remote.TipAsync("main"))!));
        System.IO.File.Exists(Place.Canary).ShouldBeFalse();
    }

    [Fact]
    public async Task Fetches_no_missing_object_for_a_hostile_checkout()
    {
        var program = Place.PathOf("run");
        Place.WriteScript("run", $"touch '{Place.Canary}'");
        await Place.GitAsync("config", "extensions.partialClone", "evil");
        await Place.GitAsync("config", "remote.evil.promisor", "true");
        await Place.GitAsync("config", "remote.evil.url", Remote.FullPath);
        await Place.GitAsync("config", "remote.evil.uploadpack", program);
        foreach (var file in Directory.EnumerateFiles(Place.PathOf(".git/objects"), "*", SearchOption.AllDirectories))
            System.IO.File.Delete(file);
        (await SourceCheckout.FindAsync(Place.Context(), Place.Folder, Token)).ShouldBeNull();
        System.IO.File.Exists(Place.Canary).ShouldBeFalse();
    }

    [Fact]
    public async Task Fires_no_hook_of_the_users_configuration_or_template()
    {
        var hooks = Path.Combine(Place.Home, "hooks");
        Directory.CreateDirectory(Path.Combine(Place.Home, "template", "hooks"));
        Directory.CreateDirectory(hooks);
        foreach (var hook in s_hooks)
        {
            Place.WriteScript(Path.Combine(hooks, hook), $"touch '{Place.Canary}'; exit 1");
            Place.WriteScript(Path.Combine(Place.Home, "template", "hooks", hook), $"touch '{Place.Canary}'; exit 1");
        }

        WriteUserConfiguration($"[core]\n\thooksPath = {hooks}\n[init]\n\ttemplateDir = {Place.Home}/template\n[submodule]\n\trecurse = true\n[fetch]\n\trecurseSubmodules = true\n[push]\n\trecurseSubmodules = check\n\tfollowTags = true\n");
        await using var server = new GitHttpServer(Path.GetDirectoryName(Remote.FullPath)!);
        await ShouldBeBumpedAsync(await BumpAsync(Place.Context(), $"{server.Url}/repository.git"));
        System.IO.File.Exists(Place.Canary).ShouldBeFalse();
    }

    private void Plant()
    {
        var program = Place.PathOf(".git/run");
        Place.WriteScript(".git/run", $"touch '{Place.Canary}'; exit 1");
        foreach (var hook in s_hooks)
            Place.WriteScript($".git/hooks/{hook}", $"touch '{Place.Canary}'; exit 1");
        System.IO.File.AppendAllText(Place.PathOf(".git/config"), $"""

            [core]
            	fsmonitor = {program}
            	sshCommand = {program}
            	pager = {program}
            	editor = {program}
            	askPass = {program}
            [pager]
            	log = true
            	tag = true
            [credential]
            	helper = {program}
            [diff]
            	external = {program}
            [gpg]
            	program = {program}
            [log]
            	showSignature = true
            [tag]
            	gpgSign = true
            [filter "x"]
            	smudge = {program}
            	clean = {program}
            [url "ext::{program}"]
            	insteadOf = {Remote.FullPath}x
            [protocol "ext"]
            	allow = always

            """);
        Place.Write(".gitattributes", "* filter=x diff=x\n");
    }

    private List<string> Fingerprint() =>
    [
        .. Directory.EnumerateFiles(Place.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => $"{file} {Convert.ToHexString(SHA256.HashData(System.IO.File.ReadAllBytes(file)))}"),
    ];
}
