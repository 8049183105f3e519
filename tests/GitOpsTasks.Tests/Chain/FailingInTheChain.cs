using System.Net;
using GitOpsTasks.Chain;
using GitOpsTasks.Contracts;
using GitOpsTasks.Git;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Tests.Chain;

/// <summary>What goes wrong in practice: one message that says what to do, the documented exit code, and nothing changed.</summary>
public sealed class FailingInTheChain : IDisposable
{
    private readonly ChainWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Tells_all_mistakes_of_a_bad_configuration_with_their_places()
    {
        _world.Write("gitops.yaml", "apiVersion: gitops-tasks/v1\nenviroments:\n  - { name: dev, by: pusch }\nconfig: [main]\n");
        var outcome = await RunAsync();
        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        outcome.Diagnostics.Select(diagnostic => diagnostic.Place!.ToString()).ShouldBe(["gitops.yaml:2:1", "gitops.yaml:4:9"], ignoreOrder: true);
        outcome.Diagnostics[0].ToString().ShouldContain("Did you mean 'environments'?");
    }

    [Fact]
    public async Task Names_the_repository_that_is_not_there()
    {
        Configure("config: { repository: nowhere.git }");
        await FailsAsync(ExitCode.Usage, GitCodes.RepositoryNotFound, "nowhere.git");
    }

    [Fact]
    public async Task Says_what_to_do_without_a_docker_socket()
    {
        _world.Write("Dockerfile", "FROM scratch\n");
        _world.Set("DOCKER_HOST", $"unix://{_world.PathOf("no.sock")}");
        using var configuration = await BareRepository.CreateAsync();
        await configuration.CommitAsync("main", "README.md", "x\n");
        Configure($"config: {{ repository: \"{configuration.FullPath}\" }}\nimages:\n  web: {{ repository: 127.0.0.1:1/acme/web, builder: docker, tags: [\"type=raw,value=1\"] }}");
        var refs = await configuration.RefsAsync();
        var outcome = await FailsAsync(ExitCode.External, "GOT50", "no.sock");
        outcome.Diagnostics[^1].Advice.ShouldNotBeNull().ShouldContain("builder: layers");
        (await configuration.RefsAsync()).ShouldBe(refs);
    }

    [Fact]
    public async Task Gives_up_on_a_registry_that_answers_500()
    {
        await using var registry = new LoopbackServer(context =>
        {
            context.Response.StatusCode = (int)HttpStatusCode.InternalServerError;
            return Task.CompletedTask;
        });
        using var configuration = await BareRepository.CreateAsync();
        await configuration.CommitAsync("main", "README.md", "x\n");
        _world.Write("site/index.html", "hello");
        Configure($$"""
            config: { repository: "{{configuration.FullPath}}" }
            images:
              web: { repository: "{{new Uri(registry.Url).Authority}}/acme/web", layers: [{ from: site, to: /srv }], tags: ["type=raw,value=1"] }
            """);
        var refs = await configuration.RefsAsync();
        await FailsAsync(ExitCode.External, "GOT51", "acme/web");
        (await configuration.RefsAsync()).ShouldBe(refs);
    }

    private void Configure(string text) => _world.Write("gitops.yaml", $"""
        apiVersion: gitops-tasks/v1
        {text}
        apps:
          web: {(text.Contains("images:", StringComparison.Ordinal) ? "{ image: web }" : "{}")}
        environments:
          - name: dev

        """);

    private async Task<TaskOutcome> FailsAsync(ExitCode exitCode, string code, string mention)
    {
        var outcome = await RunAsync();
        outcome.ExitCode.ShouldBe(exitCode, string.Join('\n', outcome.Diagnostics));
        var error = outcome.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).ShouldHaveSingleItem();
        error.Code.ShouldStartWith(code);
        error.Message.ShouldContain(mention);
        error.Advice.ShouldNotBeNullOrEmpty();
        return outcome;
    }

    private Task<TaskOutcome> RunAsync() => RunTask.Declaration.RunAsync(new InputValues(), _world.Context, ChainWorld.Token);
}
