using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Tests.Promote;

public sealed class PromotingInARepositoryOverHttp : PromotingByPullRequest
{
    private GitHttpServer _server = null!;

    protected override EngineContext Context => Place.Context(("GITOPS_TOKEN", "token"));

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _server = new GitHttpServer(Place.Folder, "token");
        Address = $"{_server.Url}/config.git";
        Place.Write("gitops.yaml", "apiVersion: gitops-tasks/v1\nconfig: {forge: local}\n");
    }

    public override async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await base.DisposeAsync();
    }
}
