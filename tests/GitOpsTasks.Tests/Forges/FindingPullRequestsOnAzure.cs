using GitOpsTasks.Forges;
using GitOpsTasks.Forges.Azure;
using GitOpsTasks.Parts;
using GitOpsTasks.Tests.Git;

namespace GitOpsTasks.Tests.Forges;

public sealed class FindingPullRequestsOnAzure : IAsyncLifetime
{
    private readonly AzureFake _azure = new();
    private readonly Workplace _place = new();
    private AzureFakeRepository _repository = null!;
    private AzureForge _forge = null!;
    private string _tip = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _repository = await _azure.AddRepositoryAsync("gitops");
        _tip = await _repository.Git.CommitAsync("main", "a", "1\n");
        var context = _place.Context(("AZURE_DEVOPS_EXT_PAT", _azure.Token));
        _forge = new AzureForge(context, AzureRepository.From(_repository.Url, context.Environment));
    }

    public async ValueTask DisposeAsync()
    {
        await _azure.DisposeAsync();
        _place.Dispose();
    }

    private void Add(string source, string status = "active", string description = "x") => _repository.Add(new AzureFakePull
    {
        Number = _repository.Pulls.Count + 1,
        Title = source,
        Description = description,
        Source = source,
        Target = "main",
        SourceCommit = _tip,
        Status = status,
    });

    [Fact]
    public async Task Sees_all_pages()
    {
        for (var number = 0; number < 105; number++)
            Add($"gitops/promote/{number}");
        (await _forge.ListOpenAsync("gitops/", "main", Token)).Select(pull => pull.Number).ShouldBe(Enumerable.Range(1, 105));
        _azure.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Tells_a_long_description_whole()
    {
        Add("topic", description: new string('x', 3000));
        (await _forge.FindOpenAsync("topic", "main", Token))!.Body.Length.ShouldBe(3000);
    }

    [Fact]
    public async Task Tells_the_last_that_ended()
    {
        Add("topic", "completed");
        Add("topic", "abandoned");
        Add("topic");
        Add("topic/other", "completed");
        var ended = await _forge.FindEndedAsync("topic", "main", Token);
        (ended!.Number, ended.State, ended.HeadCommit).ShouldBe((2, PullRequestState.Closed, _tip));
        (await _forge.FindEndedAsync("nothing", "main", Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Abandons_none_twice()
    {
        Add("topic", "abandoned");
        await _forge.CloseAsync(1, null, Token);
        _azure.Mutations.ShouldBeEmpty();
    }

    [Fact]
    public void Tells_where_people_look()
    {
        _forge.CompareUrl("main", "a/b").ShouldBe($"{_repository.Url}/branchCompare?baseVersion=GBmain&targetVersion=GBa%2Fb");
        _forge.CompareUrl(_tip, "main").ShouldContain($"baseVersion=GC{_tip}");
        _forge.CommitUrl(_tip).ShouldBe($"{_repository.Url}/commit/{_tip}");
    }
}
