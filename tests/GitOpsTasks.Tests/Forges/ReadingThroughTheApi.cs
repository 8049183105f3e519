using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Forges.Repository;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Forges;

public sealed class ReadingThroughTheApi : ApiSituation
{
    private const int Many = 110;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Remote.Git.CommitAsync("main", Enumerable.Range(0, Many).ToDictionary(PathOf, number => (string?)$"number: {number}\n"));
        await Remote.Git.CommitAsync("main", "big.yaml", new string('#', 600_000) + "\n");
    }

    [Fact]
    public async Task Asks_for_many_folders_and_for_many_files_by_one_query()
    {
        await ShouldReadAllAsync(Open());

        GitHub.Requests.Count(request => request.Path == "/graphql").ShouldBe(2);
        // The tip, the root and the folder of folders.
        GitHub.Requests.Count.ShouldBe(2 + 3);
    }

    [Fact]
    public async Task Asks_for_fewer_at_once_where_that_is_too_heavy()
    {
        GitHub.Fail("POST", "^/graphql$", 502, times: 2);

        await ShouldReadAllAsync(Open());

        // Two that fail, and three of fifty each for folders and files.
        GitHub.Requests.Count(request => request.Path == "/graphql").ShouldBe(2 + 3 + 3);
        GitHub.Requests.Count(request => request.Path.Contains("/git/blobs/", StringComparison.Ordinal)).ShouldBe(0);
    }

    [Fact]
    public async Task Reads_by_rest_where_there_is_no_graphql()
    {
        GitHub.HasGraphQl = false;

        await ShouldReadAllAsync(Open());

        GitHub.Requests.Count(request => request.Path == "/graphql").ShouldBe(1);
        GitHub.Requests.Count(request => request.Path.Contains("/git/trees/", StringComparison.Ordinal)).ShouldBe(2 + Many);
        GitHub.Requests.Count(request => request.Path.Contains("/git/blobs/", StringComparison.Ordinal)).ShouldBe(Many);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(403)]
    public async Task Goes_on_by_rest_where_a_query_is_refused(int status)
    {
        GitHub.Fail("POST", "^/graphql$", status, times: status == 403 ? 1 : int.MaxValue);

        await ShouldReadAllAsync(Open());
    }

    [Theory]
    [InlineData("""{"data":null,"errors":[{"type":"RATE_LIMITED","message":"API rate limit exceeded"}]}""")]
    [InlineData("""{"data":{"repository":{}}}""")]
    [InlineData("""{"message":"something else"}""")]
    [InlineData("[]")]
    public async Task Goes_on_by_rest_where_a_query_is_not_answered(string json)
    {
        GitHub.Answer("POST", "^/graphql$", json);

        await ShouldReadAllAsync(Open());
    }

    [Fact]
    public async Task Reads_a_public_repository_without_a_token()
    {
        var outcome = await BumpAsync(Context(("GITOPS_TOKEN", null)), more: ("dry-run", "true"));

        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        GitHub.Requests.ShouldAllBe(request => request.Method == "GET" && request.Status == 200);
    }

    [Fact]
    public async Task Reads_files_whole_that_a_query_cuts_off()
    {
        var tree = await Open().SnapshotAsync("main", Token);

        var files = await tree.ReadAsync([TreePath.Parse("big.yaml"), TreePath.Parse(File)], Token);

        files[TreePath.Parse("big.yaml")].Content.Length.ShouldBe(600_001);
        Encoding.UTF8.GetString(files[TreePath.Parse(File)].Content.Span).ShouldBe(Content);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(Many + 2)]
    public async Task Lists_folder_by_folder_what_is_too_much_for_one_answer(int longest)
    {
        Remote.LongestListing = longest;

        var entries = await (await Open().SnapshotAsync("main", Token)).ListRecursivelyAsync(TreePath.Root, Token);

        entries.Count.ShouldBe(Many + 3);
        entries.Select(entry => entry.Path).ShouldBe(entries.Select(entry => entry.Path).Order());
    }

    [Fact]
    public async Task Says_that_one_folder_is_too_much()
    {
        Remote.LongestListing = 10;
        var tree = await Open().SnapshotAsync("main", Token);

        var failure = await Should.ThrowAsync<TaskFailedException>(() => tree.ListRecursivelyAsync(TreePath.Root, Token).AsTask());

        failure.Diagnostics[0].Code.ShouldBe(RepositoryCodes.FolderTooLarge);
    }

    [Fact]
    public async Task Refuses_a_file_that_is_not_the_one_asked_for()
    {
        var blob = await Remote.Git.ResolveAsync($"main:{File}");
        GitHub.Answer("GET", $"/git/blobs/{blob}$", """{"encoding":"base64","content":"aW1hZ2VzOiBbXQo="}""");

        await ShouldFailAsync(BumpAsync(more: ("path", "apps/web")), ExitCode.External, RepositoryCodes.ObjectDiffers);
    }

    [Fact]
    public async Task Asks_again_for_a_tip_only_whether_it_still_is()
    {
        var repository = Open();
        await repository.SnapshotAsync("main", Token);
        var left = GitHub.RemainingRequests;
        (await repository.SnapshotAsync("main", Token)).Revision.ShouldBe(await Remote.Git.TipAsync("main"));
        GitHub.Requests.Count.ShouldBe(1);

        await Task.Delay(TimeSpan.FromSeconds(11), Time, Token);
        (await repository.SnapshotAsync("main", Token)).Revision.ShouldBe(await Remote.Git.TipAsync("main"));
        GitHub.RemainingRequests.ShouldBe(left);
        GitHub.Requests[^1].Status.ShouldBe(304);

        var moved = await Remote.Git.CommitAsync("main", "README.md", "more\n");
        await Task.Delay(TimeSpan.FromSeconds(11), Time, Token);
        (await repository.SnapshotAsync("main", Token)).Revision.ShouldBe(moved);
    }

    private static string PathOf(int number) => $"apps/app-{number:000}/values.yaml";

    private static async Task ShouldReadAllAsync(ForgeRepository repository)
    {
        var tree = await repository.SnapshotAsync("main", Token);
        var files = await tree.ReadAsync([.. Enumerable.Range(0, Many).Select(number => TreePath.Parse(PathOf(number)))], Token);
        files.Count.ShouldBe(Many);
        for (var number = 0; number < Many; number++)
            Encoding.UTF8.GetString(files[TreePath.Parse(PathOf(number))].Content.Span).ShouldBe($"number: {number}\n");
    }
}
