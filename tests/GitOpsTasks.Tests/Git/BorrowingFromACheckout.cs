using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Tests.Git;

/// <summary>Runs in a checkout of the commit that is to be changed.</summary>
public sealed class BorrowingFromACheckout : ConfigurationRepository
{
    private readonly RecordedProcesses _processes = new();
    private GitHttpServer _server = null!;
    private DelayingProxy _proxy = null!;

    private string Url => $"{_proxy.Url}/repository.git";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Remote.CommitAsync("main", "other.yaml", "a: b\n");
        _server = Serve(token: null);
        _proxy = new DelayingProxy(_server.Url, TimeSpan.Zero);
    }

    public override async ValueTask DisposeAsync()
    {
        await _proxy.DisposeAsync();
        await _server.DisposeAsync();
        await base.DisposeAsync();
    }

    [Theory]
    [InlineData("whole")]
    [InlineData("shallow")]
    [InlineData("worktree")]
    [InlineData("shared")]
    [InlineData("packed")]
    public async Task Fetches_nothing(string kind)
    {
        var folder = await CheckoutAsync(kind);
        await ShouldBumpAsync(folder, Url);
        _processes.Count("fetch").ShouldBe(0);
        // Which commit the branch is at; then the push and its two.
        _proxy.Requests.ShouldBeLessThanOrEqualTo(3);
        _proxy.Received.ShouldBeLessThan(2_500);
    }

    [Fact]
    public async Task Fetches_nothing_by_git_either()
    {
        WriteUserConfiguration("[http]\n\tpostBuffer = 1000000\n");
        await ShouldBumpAsync(await CheckoutAsync("shallow"), Url);
        _processes.Count("fetch").ShouldBe(0);
    }

    [Theory]
    [InlineData("partial")]
    [InlineData("behind")]
    public async Task Fetches_what_the_checkout_lacks(string kind)
    {
        var folder = await CheckoutAsync(kind);
        if (kind == "behind")
            await Remote.CommitAsync("main", "newer.yaml", "a: b\n");
        await ShouldBumpAsync(folder, Url);
    }

    [Fact]
    public async Task Leaves_a_checkout_of_something_else_out()
    {
        using var other = await BareRepository.CreateAsync();
        await other.CommitAsync("main", "a", "b");
        await CloneAsync(other.FullPath, Place.PathOf("checkout"));
        await ShouldBumpAsync(Place.PathOf("checkout"), Url);
    }

    [Fact]
    public async Task Refuses_a_checkout_with_a_damaged_object()
    {
        var folder = await CheckoutAsync("whole");
        var blob = await Remote.GitAsync("rev-parse", $"main:{File}");
        foreach (var pack in Directory.EnumerateFiles(Path.Combine(folder, ".git/objects/pack")).ToList())
            System.IO.File.Move(pack, Path.Combine(Place.Home, Path.GetFileName(pack)));
        var unpacked = await new HermeticGit(folder).TryRunAsync(
            folder, ["unpack-objects", "-q"], await System.IO.File.ReadAllBytesAsync(Directory.EnumerateFiles(Place.Home, "*.pack").Single(), Token));
        unpacked.ExitCode.ShouldBe(0);
        var loose = Path.Combine(folder, ".git/objects", blob[..2], blob[2..]);
        var other = await Remote.GitAsync("rev-parse", "main:other.yaml");
        System.IO.File.Copy(Path.Combine(folder, ".git/objects", other[..2], other[2..]), loose, overwrite: true);
        ShouldFail(await BumpAsync(Place.Context() with { Directory = folder }, Url), ExitCode.External, GitOpsTasks.Git.GitCodes.GitFailed);
        (await Remote.LogAsync("main")).Count.ShouldBe(2);
    }

    private async Task ShouldBumpAsync(string folder, string url)
    {
        _proxy.Reset();
        var outcome = await BumpAsync(Place.Context() with { Directory = folder, RunProcess = _processes.RunAsync }, url);
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        (await Remote.NumstatAsync("main^", "main")).ShouldBe([$"1\t1\t{File}"]);
        (await Remote.ReadAsync("main", File)).ShouldBe(Content.Replace("1.4.0", "1.5.0", StringComparison.Ordinal));
        await Remote.FsckAsync();
        Directory.EnumerateFileSystemEntries(Place.Scratch).ShouldBeEmpty();
    }

    private async Task<string> CheckoutAsync(string kind)
    {
        var folder = Place.PathOf("checkout");
        switch (kind)
        {
            case "shallow":
                await CloneAsync("--depth=1", "file://" + Remote.FullPath, folder);
                break;
            case "partial":
                await CloneAsync("--filter=tree:0", "--no-checkout", "file://" + Remote.FullPath, folder);
                break;
            case "worktree":
                await CloneAsync(Remote.FullPath, Place.PathOf("first"));
                await new HermeticGit(Place.Folder).RunAsync(Place.PathOf("first"), ["worktree", "add", "--quiet", folder, "-b", "linked"]);
                break;
            case "shared":
                await CloneAsync(Remote.FullPath, Place.PathOf("first"));
                await CloneAsync("--shared", Place.PathOf("first"), folder);
                break;
            default:
                await CloneAsync("file://" + Remote.FullPath, folder);
                break;
        }

        return folder;
    }

    private async Task CloneAsync(params string[] arguments) =>
        await new HermeticGit(Place.Folder).RunAsync(Place.Folder, ["clone", "--quiet", .. arguments]);
}
