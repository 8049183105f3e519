using GitOpsTasks.Contracts;
using GitOpsTasks.Lint;
using GitOpsTasks.Parts;
using GitOpsTasks.Promote;
using GitOpsTasks.Tests.Git;

namespace GitOpsTasks.Tests.Promote;

/// <summary>A configuration repository of two applications with the environments dev, staging and prod.</summary>
public abstract class PromotedRepository : IAsyncLifetime
{
    protected const string Branch = "gitops/promote/web-to-staging";
    protected const string Staging = "apps/web/overlays/staging/kustomization.yaml";

    internal Workplace Place { get; } = new();

    /// <summary>The bare repository, however it is reached.</summary>
    protected BareRepository Remote { get; set; } = null!;

    /// <summary>The address promote is given.</summary>
    protected string Address { get; set; } = "";

    /// <summary>How the repository is read and written.</summary>
    protected virtual string Via => "git";

    protected virtual EngineContext Context => Place.Context();

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        Remote = await BareRepository.CreateAtAsync(Place.PathOf("config.git"));
        Address = Remote.FullPath;
        await FillAsync();
    }

    public virtual ValueTask DisposeAsync()
    {
        Place.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected static string Overlay(string app, string version) =>
        $"# {app}\nresources: [../../base]\nimages:\n- name: {app} # c\n  newTag: {version}\n";

    protected Task FillAsync() => Remote.CommitAsync("main", new Dictionary<string, string?>
    {
        ["apps/web/base/kustomization.yaml"] = "resources: []\n",
        ["apps/web/overlays/dev/kustomization.yaml"] = Overlay("web", "1.5.0"),
        [Staging] = Overlay("web", "1.4.0"),
        ["apps/api/base/kustomization.yaml"] = "resources: []\n",
        ["apps/api/overlays/dev/kustomization.yaml"] = Overlay("api", "2.1.0"),
        ["apps/api/overlays/staging/kustomization.yaml"] = Overlay("api", "2.0.0"),
    });

    protected Task SetAsync(string environment, string version, string app = "web") =>
        Remote.CommitAsync("main", $"apps/{app}/overlays/{environment}/kustomization.yaml", Overlay(app, version));

    protected async Task<TaskOutcome> TryPromoteAsync(params (string Name, string Value)[] more)
    {
        var inputs = new InputValues().Add("from", "dev").Add("to", "staging").Add("repository", Address).Add("via", Via);
        foreach (var (name, value) in more)
            inputs.Add(name, value);
        return await PromoteTask.Declare(LintCheck.Gate).RunAsync(inputs, Context, Token);
    }

    protected async Task<IReadOnlyList<Promotion>> PromoteAsync(params (string Name, string Value)[] more)
    {
        var outcome = await TryPromoteAsync(more);
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        return ((PromoteResult)outcome.UntypedResult!).Promotions;
    }

    protected async Task<Promotion> PromoteWebAsync(params (string Name, string Value)[] more) =>
        (await PromoteAsync([.. more, ("app", "web")])).ShouldHaveSingleItem();
}
