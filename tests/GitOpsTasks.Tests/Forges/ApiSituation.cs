using System.Text;
using GitOpsTasks.Bump;
using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Forges.Repository;
using GitOpsTasks.Git;
using GitOpsTasks.Parts;
using GitOpsTasks.Tests.Git;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Forges;

/// <summary>A configuration repository <c>acme/gitops</c> on the fake GitHub, changed by its API alone.</summary>
public abstract class ApiSituation : IAsyncLifetime
{
    protected const string File = "apps/web/kustomization.yaml";
    protected const string Content = "# web\nimages:\n- name: web   # the shop\n  newTag: 1.4.0\n- name: api\n  newTag: 2.0.0\n";

    internal InstantTime Time { get; } = new();

    internal Workplace Place { get; } = new();

    protected GitHubFake GitHub { get; } = new();

    protected GitHubFakeRepository Remote { get; private set; } = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        Remote = await GitHub.AddRepositoryAsync("acme", "gitops");
        await Remote.Git.CommitAsync("main", new Dictionary<string, string?> { [File] = Content, ["README.md"] = "hello\n" });
    }

    public virtual async ValueTask DisposeAsync()
    {
        Place.Dispose();
        await GitHub.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected EngineContext Context(params (string Name, string? Value)[] variables) =>
        Place.Context([("GITOPS_TOKEN", GitHub.Token), .. variables]) with { Time = Time };

    /// <summary>Bumps <c>web</c> through the API, as a host would run it. No program is there to be run.</summary>
    protected Task<TaskOutcome> BumpAsync(EngineContext? context = null, string image = "web:1.5.0", params (string Name, string Value)[] more)
    {
        var inputs = new InputValues().Add("image", image).Add("repository", Remote.Url).Add("push", "true").Add("via", "api");
        foreach (var (name, value) in more)
            inputs.Add(name, value);
        return BumpTask.Declaration.RunAsync(inputs, WithoutPrograms(context ?? Context()), Token);
    }

    protected ForgeRepository Open(EngineContext? context = null)
    {
        context = WithoutPrograms(context ?? Context());
        return ForgeRepositorySelection.Open(context, GitRemote.Parse(Remote.Url, context), ForgeChoice.Auto);
    }

    /// <summary>A request that writes given files and nothing else.</summary>
    internal static CommitRequest Write(string branch, params (string Path, string? Content)[] files) => new(
        branch,
        (_, _, _) => ValueTask.FromResult(new ChangeSet
        {
            Files = [.. files.Select(file => new FileChange(TreePath.Parse(file.Path), file.Content is null ? (ReadOnlyMemory<byte>?)null : Encoding.UTF8.GetBytes(file.Content)))],
        }),
        new Plan { MadeAt = DateTimeOffset.FromUnixTimeSeconds(1_770_000_000) },
        _ => "write\n")
    {
        Author = new CommitIdentity("Ann", "ann@example.com"),
        Committer = new CommitIdentity("Bot", "bot@example.com"),
    };

    protected async Task ShouldBeBumpedAsync(TaskOutcome outcome, string tag = "1.5.0", int commits = 2)
    {
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        (await Remote.Git.ReadAsync("main", File)).ShouldBe(Content.Replace("1.4.0", tag, StringComparison.Ordinal));
        (await Remote.Git.LogAsync("main")).Count.ShouldBe(commits);
        await Remote.Git.FsckAsync();
    }

    protected async Task<Diagnostic> ShouldFailAsync(Task<TaskOutcome> running, ExitCode exitCode, string code)
    {
        var outcome = await running;
        outcome.ExitCode.ShouldBe(exitCode, string.Join('\n', outcome.Diagnostics));
        var error = outcome.Diagnostics.ShouldHaveSingleItem();
        error.Code.ShouldBe(code, error.ToString());
        error.Message.ShouldEndWith(".");
        error.Advice.ShouldNotBeNullOrEmpty();
        error.ToString().ShouldNotContain(GitHub.Token);
        return error;
    }

    private static EngineContext WithoutPrograms(EngineContext context) => context with
    {
        RunProcess = (command, _) => throw new InvalidOperationException($"'{command.FileName}' was started."),
        StartProcess = (command, _) => throw new InvalidOperationException($"'{command.FileName}' was started."),
    };
}
