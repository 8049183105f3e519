using GitOpsTasks.Contracts;
using GitOpsTasks.Status;
using GitOpsTasks.Tests.Promote;

namespace GitOpsTasks.Tests.Status;

/// <summary>A configuration repository on the fake GitHub whose environments are told of.</summary>
public abstract class StatusRepository : GitHubPromotion
{
    protected async Task<TaskOutcome> TryTellAsync(params (string Name, string Value)[] more)
    {
        var inputs = new InputValues().Add("repository", Address).Add("via", Via);
        foreach (var (name, value) in more)
            inputs.Add(name, value);
        return await StatusTask.Declaration.RunAsync(inputs, Context, Token);
    }

    protected async Task<StatusResult> TellAsync(params (string Name, string Value)[] more)
    {
        var outcome = await TryTellAsync(more);
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        return (StatusResult)outcome.UntypedResult!;
    }

    protected async Task<DeployedApp> TellOfWebAsync(string environment) =>
        (await TellAsync(("app", "web"))).Apps.ShouldHaveSingleItem().In(environment).ShouldNotBeNull();

    protected Task CommitAsync(params (string Path, string Content)[] files) =>
        Remote.CommitAsync("main", files.ToDictionary(file => file.Path, file => (string?)file.Content));
}
