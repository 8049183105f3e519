using System.Collections.Concurrent;
using GitOpsTasks.Contracts;
using GitOpsTasks.Forges.GitHub;
using GitOpsTasks.Parts;
using Microsoft.AspNetCore.Http;

namespace GitOpsTasks.Tests.Forges;

public sealed class KeepingTheTokenToItsOrigin : IAsyncLifetime
{
    private const string Secret = "ghp_secret_of_the_test";

    private readonly ConcurrentQueue<string> _strayRequests = [];
    private LoopbackServer _elsewhere = null!;

    public ValueTask InitializeAsync()
    {
        _elsewhere = new LoopbackServer(http =>
        {
            _strayRequests.Enqueue(http.Request.Path);
            return Task.CompletedTask;
        });
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _elsewhere.DisposeAsync();

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Follows_no_redirect(int status)
    {
        await using var server = Server(http =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.Location = $"{_elsewhere.Url}/api/v3/repos/acme/gitops/pulls";
            return Task.CompletedTask;
        });

        await Should.ThrowAsync<TaskFailedException>(() => FindAsync(server));

        _strayRequests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Asks_for_the_next_page_at_the_same_place()
    {
        var pages = new ConcurrentQueue<string>();
        await using var server = Server(async http =>
        {
            pages.Enqueue(http.Request.Query["page"].ToString());
            if (pages.Count == 1)
                http.Response.Headers["Link"] = $"<{_elsewhere.Url}/next>; rel=\"next\"";
            await http.Response.WriteAsync("[]");
        });

        await FindAsync(server);

        pages.ShouldBe(["1", "2"]);
        _strayRequests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Does_not_show_it_when_an_answer_repeats_it()
    {
        await using var server = Server(http =>
        {
            http.Response.StatusCode = 403;
            return http.Response.WriteAsync($$"""{"message":"You sent {{http.Request.Headers.Authorization}}"}""");
        });

        var failure = await Should.ThrowAsync<TaskFailedException>(() => FindAsync(server));

        failure.Message.ShouldContain("You sent Bearer ***");
        failure.ToString().ShouldNotContain(Secret);
    }

    [Fact]
    public async Task Takes_the_projects_own_variable_before_the_workflows()
    {
        var tokens = new ConcurrentQueue<string>();
        await using var server = Server(http =>
        {
            tokens.Enqueue(http.Request.Headers.Authorization.ToString());
            return http.Response.WriteAsync("[]");
        });

        await FindAsync(server, ("GITOPS_TOKEN", "own"), ("GITHUB_TOKEN", "workflow"));
        await FindAsync(server, ("GITHUB_TOKEN", "workflow"));

        tokens.ShouldBe(["Bearer own", "Bearer workflow"]);
    }

    private static LoopbackServer Server(RequestDelegate answer) => new(answer);

    private static Task FindAsync(LoopbackServer server) => FindAsync(server, ("GITOPS_TOKEN", Secret));

    private static async Task FindAsync(LoopbackServer server, params (string Name, string Value)[] variables)
    {
        var context = TestEngine.Context(new InstantTime(), variables);
        var repository = GitHubRepository.From($"{server.Url}/acme/gitops", context.Environment);
        await new GitHubForge(context, repository).FindOpenAsync("head", "main", TestContext.Current.CancellationToken);
    }
}
