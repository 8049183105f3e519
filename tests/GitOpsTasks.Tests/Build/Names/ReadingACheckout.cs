using GitOpsTasks.Build.Names;
using GitOpsTasks.Contracts;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build.Names;

/// <summary>The event as a plain git repository tells it.</summary>
public sealed class ReadingACheckout : IDisposable
{
    private readonly Workshop _workshop = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Finds_the_branch_and_where_it_comes_from()
    {
        await CommitAsync();
        await GitAsync("remote", "add", "origin", "git@github.com:Acme/Web.git");
        await GitAsync("update-ref", "refs/remotes/origin/main", "HEAD");
        await GitAsync("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");

        var found = await ReadAsync();

        found.ShouldBe(new BuildEvent
        {
            Ref = "refs/heads/main",
            Commit = await GitAsync("rev-parse", "HEAD"),
            CommitTime = DateTimeOffset.FromUnixTimeSeconds(1_770_000_000),
            Repository = new RepositoryFacts { Name = "Web", Url = "https://github.com/Acme/Web", DefaultBranch = "main" },
        });
        found.IsDefaultBranch.ShouldBeTrue();
    }

    [Fact]
    public async Task Takes_the_newest_version_among_tags_at_HEAD()
    {
        await CommitAsync();
        foreach (var tag in new[] { "v1.10.0", "v1.9.0", "zebra" })
            await GitAsync("tag", tag);
        (await ReadAsync()).Tag.ShouldBe("v1.10.0");
    }

    [Fact]
    public async Task Has_no_ref_for_a_detached_head()
    {
        await CommitAsync();
        await GitAsync("checkout", "-q", "--detach");
        var found = await ReadAsync();
        (found.Ref, found.Branch, found.Tag).ShouldBe((null, null, null));
        found.Repository.DefaultBranch.ShouldBeNull();
    }

    [Theory]
    [InlineData("https://user:secret@git.example.com:8443/acme/web.git", "https://git.example.com:8443/acme/web")]
    [InlineData("ssh://git@git.example.com:2222/acme/web.git", "https://git.example.com/acme/web")]
    [InlineData("git.example.com:acme/web", "https://git.example.com/acme/web")]
    [InlineData("http://localhost:3000/acme/web/", "http://localhost:3000/acme/web")]
    [InlineData("/srv/git/web.git", null)]
    [InlineData("file:///srv/git/web.git", null)]
    public async Task Shows_addresses_as_people_open_them(string origin, string? url)
    {
        await CommitAsync();
        await GitAsync("remote", "add", "origin", origin);
        (await ReadAsync()).Repository.Url.ShouldBe(url);
    }

    [Fact]
    public async Task Fills_in_what_a_CI_system_does_not_say()
    {
        await CommitAsync();
        var commit = await GitAsync("rev-parse", "HEAD");
        _workshop.With("TF_BUILD", "True").With("BUILD_SOURCEBRANCH", "refs/heads/main").With("BUILD_SOURCEVERSION", commit);
        (await ReadAsync()).CommitTime.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1_770_000_000));
        _workshop.With("BUILD_SOURCEVERSION", "0123456789abcdef0123456789abcdef01234567");
        (await ReadAsync()).CommitTime.ShouldBeNull();
    }

    [Fact]
    public async Task Lists_all_tags()
    {
        await CommitAsync();
        await GitAsync("tag", "v1.0.0");
        await CommitAsync();
        await GitAsync("tag", "v2.0.0");
        (await TagsAsync(".")).ShouldBe(["v1.0.0", "v2.0.0"]);
    }

    [Fact]
    public async Task Refuses_to_compare_with_tags_that_a_shallow_clone_left_behind()
    {
        await CommitAsync();
        await GitAsync("tag", "v1.0.0");
        await CommitAsync();
        await GitAsync("clone", "-q", "--depth=1", "--no-tags", "file://" + _workshop.PathOf("repo"), _workshop.PathOf("shallow"));

        var failure = await Should.ThrowAsync<TaskFailedException>(() => TagsAsync("../shallow"));
        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(NameCodes.FactUnknown);
    }

    [Fact]
    public async Task Refuses_to_compare_with_tags_outside_of_a_repository()
    {
        var failure = await Should.ThrowAsync<TaskFailedException>(() => BuildEvents.TagsAround(_workshop.Context, _workshop.PathOf("."))(Token));
        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(NameCodes.FactUnknown);
    }

    [Fact]
    public async Task Prefers_what_is_checked_out_to_the_repository_of_the_workflow()
    {
        await CommitAsync();
        await GitAsync("remote", "add", "origin", "https://github.com/acme/web");
        _workshop.With("GITHUB_ACTIONS", "true").With("GITHUB_REF", "refs/heads/ci").With("GITHUB_REPOSITORY", "Acme/Web");
        (await ReadAsync()).Branch.ShouldBe("ci");
        _workshop.With("GITHUB_REPOSITORY", "acme/pipelines");
        (await ReadAsync()).Branch.ShouldBe("main");
    }

    private async Task CommitAsync()
    {
        if (!Directory.Exists(_workshop.PathOf("repo")))
        {
            Directory.CreateDirectory(_workshop.PathOf("repo"));
            _workshop.With("GIT_COMMITTER_DATE", "1770000000 +0000").With("GIT_AUTHOR_DATE", "1770000000 +0000");
            await GitAsync("init", "-q", "--initial-branch=main");
        }

        await GitAsync("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "--allow-empty", "-m", "a" + Guid.NewGuid());
    }

    private Task<string> GitAsync(params string[] arguments) => _workshop.RunAsync("git", ["-C", _workshop.PathOf("repo"), .. arguments]);

    private Task<BuildEvent> ReadAsync() => BuildEvents.ReadAsync(_workshop.Context, _workshop.PathOf("repo"), Token);

    private Task<IReadOnlyList<string>> TagsAsync(string folder) =>
        BuildEvents.TagsAround(_workshop.Context, Path.GetFullPath(_workshop.PathOf("repo/" + folder)))(Token);
}
