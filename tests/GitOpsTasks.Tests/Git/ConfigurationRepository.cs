using System.Text;
using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Git;
using GitOpsTasks.Images;
using GitOpsTasks.Parts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Git;

/// <summary>A bare configuration repository with one kustomization on <c>main</c>, and a place to work from.</summary>
public abstract class ConfigurationRepository : IAsyncLifetime
{
    protected const string File = "apps/web/kustomization.yaml";
    protected const string Content = "# web\nimages:\n- name: web   # the shop\n  newTag: 1.4.0\n- name: api\n  newTag: 2.0.0\n";

    protected const string Secret = "s3cr3t-t0ken";

    protected BareRepository Remote { get; private set; } = null!;

    internal Workplace Place { get; } = new();

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        Remote = await BareRepository.CreateAsync();
        await Remote.CommitAsync("main", new Dictionary<string, string?> { [File] = Content, ["README.md"] = "hello\n" });
    }

    public virtual ValueTask DisposeAsync()
    {
        Place.Dispose();
        Remote.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Serves the repository over HTTP, as <c>repository.git</c>, to whoever has the token.</summary>
    protected GitHttpServer Serve(string? token = Secret) => new(Path.GetDirectoryName(Remote.FullPath)!, token);

    /// <summary>Bumps <c>web</c> and pushes, as a host would run it.</summary>
    protected static Task<TaskOutcome> BumpAsync(EngineContext context, string repository, string image = "web:1.5.0", params (string Name, string Value)[] more)
    {
        var inputs = new InputValues().Add("image", image).Add("repository", repository).Add("push", "true");
        foreach (var (name, value) in more)
            inputs.Add(name, value);
        return BumpTask.Declaration.RunAsync(inputs, context, Token);
    }

    /// <summary>A request that bumps one image, for a repository that is held open.</summary>
    internal static CommitRequest Request(string image, string branch = "main") => new(
        branch,
        BumpEdit.Over([TreePath.Root], allowNoMatch: false, ImageEditRules.Default),
        new Plan { Images = [ImageUpdate.Parse(image)], MadeAt = new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero) },
        changes => BumpMessage.For([ImageUpdate.Parse(image)], changes));

    internal static async Task<CommitOutcome> CommitAsync(EngineContext context, string repository, CommitRequest request)
    {
        using var opened = await GitRepository.OpenAsync(context, GitRemote.Parse(repository, context), Token);
        return await opened.CommitAsync(request, Token);
    }

    /// <summary>The one message and exit code of a task that failed.</summary>
    protected static void ShouldFail(TaskOutcome outcome, ExitCode exitCode, string code)
    {
        var told = string.Join('\n', outcome.Diagnostics);
        outcome.ExitCode.ShouldBe(exitCode, told);
        var error = outcome.Diagnostics.ShouldHaveSingleItem();
        error.Code.ShouldBe(code);
        error.Message.ShouldEndWith(".");
        error.Advice.ShouldNotBeNullOrEmpty();
    }

    /// <summary>main has one commit more, which changed one line to the new tag.</summary>
    protected async Task ShouldBeBumpedAsync(TaskOutcome outcome, string tag = "1.5.0")
    {
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        (await Remote.ReadAsync("main", File)).ShouldBe(Content.Replace("1.4.0", tag, StringComparison.Ordinal));
        (await Remote.LogAsync("main")).Count.ShouldBe(2);
        (await Remote.NumstatAsync("main^", "main")).ShouldBe([$"1\t1\t{File}"]);
        await Remote.FsckAsync();
    }

    protected async Task ShouldBeAsItWasAsync()
    {
        (await Remote.RefsAsync()).Keys.ShouldBe(["refs/heads/main"]);
        (await Remote.LogAsync("main")).Count.ShouldBe(1);
        (await Remote.ReadAsync("main", File)).ShouldBe(Content);
        System.IO.File.Exists(Place.Canary).ShouldBeFalse();
        Directory.EnumerateFileSystemEntries(Place.Scratch).ShouldBeEmpty();
    }

    protected void WriteUserConfiguration(string text) =>
        System.IO.File.WriteAllText(Path.Combine(Place.Home, ".gitconfig"), text, new UTF8Encoding(false));

    protected async Task HookAsync(string name, string commands)
    {
        var file = Path.Combine(Remote.FullPath, "hooks", name);
        await System.IO.File.WriteAllTextAsync(file, $"#!/bin/sh\n{commands}\n", Token);
        System.IO.File.SetUnixFileMode(file, (UnixFileMode)0b111_101_101);
    }
}
