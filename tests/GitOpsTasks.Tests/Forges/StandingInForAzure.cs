using GitOpsTasks.Parts;

namespace GitOpsTasks.Tests.Forges;

/// <summary>The fake refuses what the real one refuses.</summary>
public sealed class StandingInForAzure : IAsyncLifetime
{
    private readonly AzureFake _azure = new();
    private AzureFakeRepository _repository = null!;
    private AzureApiClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _repository = await _azure.AddRepositoryAsync("gitops");
        await _repository.Git.CommitAsync("main", "a", "1\n");
        await _repository.Git.CommitAsync("topic", "a", "2\n", from: "main");
        _client = new AzureApiClient(_azure);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _azure.DisposeAsync();
    }

    private async Task<(int Status, string Message)> CreateAsync(string source, string description = "") =>
        await RefusalAsync("POST", "pullrequests?api-version=7.1", $$"""{"sourceRefName":"{{source}}","targetRefName":"refs/heads/main","title":"x","description":"{{description}}"}""");

    private async Task<(int Status, string Message)> RefusalAsync(string method, string path, string? json)
    {
        var (status, body) = await _client.SendAsync(method, path, json);
        return (status, body?["message"]?.GetValue<string>() ?? "");
    }

    [Fact]
    public async Task Refuses_requests_of_another_shape()
    {
        (await RefusalAsync("GET", "pullrequests", null)).Status.ShouldBe(400);
        (await CreateAsync("topic")).Status.ShouldBe(400);
        (await CreateAsync("refs/heads/missing")).Message.ShouldStartWith("TF401398");
        (await CreateAsync("refs/heads/topic", new string('x', 4001))).Message.ShouldContain("must not be longer than 4000 characters");
        (await CreateAsync("refs/heads/topic", new string('x', 4000))).Status.ShouldBe(201);
        (await CreateAsync("refs/heads/topic")).Message.ShouldStartWith("TF401179");
        (await RefusalAsync("PATCH", "pullrequests/1?api-version=7.1", """{"sourceRefName":"refs/heads/x"}""")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Tells_no_more_than_400_characters_of_a_description_in_lists()
    {
        await CreateAsync("refs/heads/topic", new string('x', 4000));
        var (_, list) = await _client.SendAsync("GET", "pullrequests?api-version=7.1");
        list!["value"]![0]!["description"]!.GetValue<string>().Length.ShouldBe(400);
    }

    [Fact]
    public async Task Answers_200_and_for_each_ref_by_itself_where_none_is_moved()
    {
        var none = new string('0', 40);
        var tip = (await _repository.Git.TipAsync("main"))!;
        (await _client.MoveAsync("main", none, tip)).ShouldBe("staleOldObjectId");
        (await _client.MoveAsync("new", none, tip)).ShouldBe("succeeded");
        (await _client.MoveAsync("new/below", none, tip)).ShouldBe("nameConflict");
        (await _client.MoveAsync("new", tip, none)).ShouldBe("succeeded");
        (await _repository.Git.TipAsync("new")).ShouldBeNull();
    }
}
