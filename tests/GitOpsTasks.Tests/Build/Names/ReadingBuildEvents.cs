using GitOpsTasks.Build.Names;
using GitOpsTasks.Contracts;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build.Names;

public sealed class ReadingBuildEvents : IDisposable
{
    private const string Sha = "90dd6032fac8bda1b6c4436a2e65de27961ed071";

    private const string Repository = """
        "repository": { "name": "Web", "html_url": "https://github.com/Acme/Web", "description": "A shop", "default_branch": "trunk", "license": { "spdx_id": "MIT" } }
        """;

    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Of_a_push_on_GitHub()
    {
        GitHub("push", "refs/heads/trunk", $$"""{ {{Repository}}, "head_commit": { "id": "{{Sha}}", "timestamp": "2026-03-04T05:06:07+02:00" } }""");
        (await ReadAsync()).ShouldBe(new BuildEvent
        {
            Name = "push",
            Ref = "refs/heads/trunk",
            Commit = Sha,
            CommitTime = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.FromHours(2)),
            Repository = new RepositoryFacts { Name = "Web", Description = "A shop", Url = "https://github.com/Acme/Web", License = "MIT", DefaultBranch = "trunk" },
        });
        (await ReadAsync()).IsDefaultBranch.ShouldBeTrue();
    }

    [Fact]
    public async Task Of_a_pushed_tag_on_GitHub()
    {
        GitHub("push", "refs/tags/v1", $$"""{ {{Repository}}, "base_ref": "refs/heads/trunk" }""");
        var found = await ReadAsync();
        (found.Tag, found.Branch, found.BaseBranch, found.IsDefaultBranch).ShouldBe(("v1", null, "trunk", false));
    }

    [Theory]
    [InlineData("pull_request", "refs/pull/12/merge", false, Sha)]
    [InlineData("pull_request_target", "refs/heads/trunk", false, Sha)]
    [InlineData("pull_request", "refs/pull/12/merge", true, "feed")]
    public async Task Of_a_pull_request_on_GitHub(string name, string reference, bool isHeadWanted, string commit)
    {
        _workshop.With("DOCKER_METADATA_PR_HEAD_SHA", isHeadWanted ? "true" : "");
        GitHub(name, reference, $$"""{ {{Repository}}, "number": 12, "pull_request": { "head": { "sha": "feed" }, "base": { "ref": "trunk" } } }""");
        var found = await ReadAsync();
        (found.PullRequest, found.Branch, found.BaseBranch, found.Commit).ShouldBe((12, null, "trunk", commit));
    }

    [Fact]
    public async Task Of_a_schedule_on_GitHub()
    {
        GitHub("schedule", "refs/heads/trunk", "{ \"schedule\": \"0 1 * * *\" }");
        var found = await ReadAsync();
        (found.IsScheduled, found.Branch, found.IsDefaultBranch).ShouldBe((true, "trunk", true));
        found.Repository.Url.ShouldBe("https://github.com/Acme/Web");
        found.Repository.Name.ShouldBe("Web");
    }

    [Fact]
    public async Task Without_a_payload_on_GitHub()
    {
        GitHub("push", "refs/heads/dev", null);
        var found = await ReadAsync();
        (found.Branch, found.Repository.Url, found.Repository.DefaultBranch).ShouldBe(("dev", "https://github.com/Acme/Web", null));
    }

    [Fact]
    public async Task Refuses_a_payload_that_is_none()
    {
        GitHub("push", "refs/heads/dev", "{ not json");
        var failure = await Should.ThrowAsync<TaskFailedException>(ReadAsync);
        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(NameCodes.EventUnreadable);
    }

    [Theory]
    [InlineData("IndividualCI", "refs/heads/releases/v1", "releases/v1", null, null, false)]
    [InlineData("IndividualCI", "refs/tags/v1.2.3", null, "v1.2.3", null, false)]
    [InlineData("Manual", "refs/heads/main", "main", null, null, false)]
    [InlineData("Schedule", "refs/heads/main", "main", null, null, true)]
    [InlineData("PullRequest", "refs/pull/7/merge", null, null, 7L, false)]
    public async Task Of_a_run_of_Azure_Pipelines(string reason, string reference, string? branch, string? tag, long? number, bool isScheduled)
    {
        _workshop.With("TF_BUILD", "True").With("BUILD_REASON", reason).With("BUILD_SOURCEBRANCH", reference).With("BUILD_SOURCEVERSION", Sha)
            .With("BUILD_REPOSITORY_NAME", "Web").With("BUILD_REPOSITORY_URI", "https://acme@dev.azure.com/acme/Shop/_git/Web");
        if (number is not null)
            _workshop.With("SYSTEM_PULLREQUEST_PULLREQUESTID", "7").With("SYSTEM_PULLREQUEST_TARGETBRANCH", "refs/heads/main");
        var found = await ReadAsync();

        (found.Branch, found.Tag, found.PullRequest, found.IsScheduled).ShouldBe((branch, tag, number, isScheduled));
        found.BaseBranch.ShouldBe(number is null ? null : "main");
        (found.Commit, found.Repository.Name, found.Repository.Url).ShouldBe((Sha, "Web", "https://dev.azure.com/acme/Shop/_git/Web"));
    }

    [Fact]
    public async Task Prefers_the_number_that_people_see()
    {
        _workshop.With("TF_BUILD", "True").With("BUILD_REASON", "PullRequest").With("BUILD_SOURCEBRANCH", "refs/pull/31/merge")
            .With("SYSTEM_PULLREQUEST_PULLREQUESTID", "88123").With("SYSTEM_PULLREQUEST_PULLREQUESTNUMBER", "31");
        (await ReadAsync()).PullRequest.ShouldBe(31);
    }

    [Fact]
    public async Task Knows_nothing_where_there_is_nothing() => (await ReadAsync()).ShouldBe(new BuildEvent());

    private Task<BuildEvent> ReadAsync() =>
        BuildEvents.ReadAsync(_workshop.Context, _workshop.PathOf("."), TestContext.Current.CancellationToken);

    private void GitHub(string name, string reference, string? payload)
    {
        _workshop.With("GITHUB_ACTIONS", "true").With("GITHUB_EVENT_NAME", name).With("GITHUB_REF", reference).With("GITHUB_SHA", Sha)
            .With("GITHUB_REPOSITORY", "Acme/Web").With("GITHUB_SERVER_URL", "https://github.com");
        if (payload is not null)
            _workshop.With("GITHUB_EVENT_PATH", _workshop.Write("event.json", payload));
    }
}
