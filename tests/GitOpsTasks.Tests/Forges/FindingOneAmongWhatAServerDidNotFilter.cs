using GitOpsTasks.Forges;
using GitOpsTasks.Forges.GitHub;
using GitOpsTasks.Parts;
using Microsoft.AspNetCore.Http;

namespace GitOpsTasks.Tests.Forges;

public sealed class FindingOneAmongWhatAServerDidNotFilter
{
    private const string Wanted = """{"ref":"change","sha":"abc","repo":{"full_name":"Acme/GitOps"}}""";
    private const string Main = """{"ref":"main","sha":"def","repo":{"full_name":"acme/gitops"}}""";

    [Fact]
    public async Task Takes_the_one_between_the_branches_of_the_repository_itself()
    {
        string[] pages =
        [
            $"""
            [{Pull(1, """{"ref":"other","sha":"abc","repo":{"full_name":"acme/gitops"}}""", Main)},
             {Pull(2, Wanted, """{"ref":"release","sha":"def","repo":{"full_name":"acme/gitops"}}""")},
             {Pull(3, """{"ref":"change","sha":"abc","repo":{"full_name":"acme/gitops-fork"}}""", Main)}]
            """,
            $"""
            [{Pull(4, """{"ref":"change","sha":"abc","repo":null}""", Main)},
             {Pull(5, Wanted, Main)}]
            """,
        ];

        (await FindAsync(pages))!.Number.ShouldBe(5);
        (await FindAsync(pages[..1])).ShouldBeNull();
    }

    private static async Task<PullRequest?> FindAsync(string[] pages)
    {
        await using var server = new LoopbackServer(http =>
        {
            var page = int.Parse(http.Request.Query["page"].ToString());
            if (page < pages.Length)
                http.Response.Headers["Link"] = "<https://api.example.com/more>; rel=\"next\", <https://api.example.com/last>; rel=\"last\"";
            return http.Response.WriteAsync(pages[page - 1]);
        });
        var context = TestEngine.Context(new InstantTime());
        var repository = GitHubRepository.From($"{server.Url}/acme/gitops", context.Environment);
        return await new GitHubForge(context, repository).FindOpenAsync("change", "main", TestContext.Current.CancellationToken);
    }

    private static string Pull(int number, string head, string baseEnd) =>
        $$"""{"number":{{number}},"html_url":"u","title":"t","body":null,"state":"open","merged_at":null,"head":{{head}},"base":{{baseEnd}}}""";
}
