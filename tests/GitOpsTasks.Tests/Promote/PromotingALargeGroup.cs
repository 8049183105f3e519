using GitOpsTasks.Contracts;
using GitOpsTasks.Promote;

namespace GitOpsTasks.Tests.Promote;

/// <summary>50 applications by one pull request, through the API alone.</summary>
public sealed class PromotingALargeGroup : GitHubPromotion
{
    private const int Apps = 50;

    protected override string Via => "api";

    [Fact]
    public async Task Costs_a_few_requests_besides_one_for_each_folder()
    {
        var files = new Dictionary<string, string?>();
        for (var i = 0; i < Apps; i++)
        {
            files[$"apps/app{i:00}/overlays/dev/kustomization.yaml"] = Overlay($"app{i:00}", "1.5.0");
            files[$"apps/app{i:00}/overlays/staging/kustomization.yaml"] = Overlay($"app{i:00}", "1.4.0");
        }

        await Remote.CommitAsync("main", files);
        await Remote.GitAsync("repack", "-adq");
        (await RunAsync()).ShouldBe(PromotionState.Opened);
        var requests = GitHub.Requests.Where(request => !request.Path.StartsWith("/graphql", StringComparison.Ordinal)).Select(request => $"{request.Method} {request.Path}").ToList();
        GitHub.Requests.Count.ShouldBeLessThanOrEqualTo(12 + 2 + Apps * 4, string.Join('\n', GitHub.Requests.Select(request => $"{request.Method} {request.Path}")));
        GitHub.Mutations.Count(request => !request.Path.StartsWith("/graphql", StringComparison.Ordinal)).ShouldBe(4, string.Join('\n', requests));
        requests.Count(request => !request.Contains("/git/trees/", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(12, string.Join('\n', requests));
        var sent = GitHub.Requests.Count;
        (await RunAsync()).ShouldBe(PromotionState.Unchanged);
        GitHub.Requests.Skip(sent).ShouldAllBe(request => request.Method == "GET" || request.Path == "/graphql");
    }

    private async Task<PromotionState> RunAsync()
    {
        var inputs = new InputValues().Add("from", "dev").Add("to", "staging").Add("group", "shop").Add("repository", Address).Add("via", Via)
            .Add("app", Enumerable.Range(0, Apps).Select(i => $"app{i:00}"));
        var outcome = await PromoteTask.Declare(null).RunAsync(inputs, Context, Token);
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        return ((PromoteResult)outcome.UntypedResult!).Promotions.ShouldHaveSingleItem().State;
    }
}
