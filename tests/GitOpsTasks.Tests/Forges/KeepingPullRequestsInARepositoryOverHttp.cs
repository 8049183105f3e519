using GitOpsTasks.Parts;

namespace GitOpsTasks.Tests.Forges;

public sealed class KeepingPullRequestsInARepositoryOverHttp : KeepingPullRequestsInARepository
{
    private GitHttpServer? _server;

    protected override Task<string> StartRemoteAsync()
    {
        _server = new GitHttpServer(Path.GetDirectoryName(Repository.FullPath)!);
        return Task.FromResult($"{_server.Url}/{Path.GetFileName(Repository.FullPath)}");
    }

    protected override ValueTask StopRemoteAsync() => _server!.DisposeAsync();
}
