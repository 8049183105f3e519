namespace GitOpsTasks.Tests.Forges;

public sealed class KeepingPullRequestsInARepositoryOnDisk : KeepingPullRequestsInARepository
{
    protected override Task<string> StartRemoteAsync() => Task.FromResult(Repository.FullPath);

    protected override ValueTask StopRemoteAsync() => ValueTask.CompletedTask;
}
