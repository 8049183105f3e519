using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;
using GitOpsTasks.Forges.GitHub;
using GitOpsTasks.Parts;
using Microsoft.AspNetCore.Http;

namespace GitOpsTasks.Tests.Forges;

public sealed class ReadingAnAnswerThatIsNotTheApis
{
    [Theory]
    [InlineData("<html>Please log in</html>")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[{}]")]
    [InlineData("""[{"number":1,"html_url":"u","title":"t","state":"open","head":null,"base":null}]""")]
    [InlineData("""[{"number":"one","html_url":"u","title":"t","state":"open"}]""")]
    public async Task Is_a_failure_that_says_so(string body)
    {
        await using var server = new LoopbackServer(http => http.Response.WriteAsync(body));

        var failure = await Should.ThrowAsync<TaskFailedException>(() => FindAsync(server));

        failure.ExitCode.ShouldBe(ExitCode.External);
        failure.Diagnostics[0].Code.ShouldBe(ForgeCodes.AnswerNotUnderstood);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("""{"message":7,"errors":"text"}""")]
    [InlineData("""{"errors":[null,7,{"code":"custom"},{"field":"head"}]}""")]
    public async Task Does_not_hide_a_refusal(string body)
    {
        await using var server = new LoopbackServer(http =>
        {
            http.Response.StatusCode = 422;
            return http.Response.WriteAsync(body);
        });

        var failure = await Should.ThrowAsync<TaskFailedException>(() => FindAsync(server));

        failure.ExitCode.ShouldBe(ExitCode.Refused);
        failure.Message.ShouldContain("422");
    }

    private static async Task FindAsync(LoopbackServer server)
    {
        var context = TestEngine.Context(new InstantTime());
        var repository = GitHubRepository.From($"{server.Url}/acme/gitops", context.Environment);
        await new GitHubForge(context, repository).FindOpenAsync("head", "main", TestContext.Current.CancellationToken);
    }
}
