using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;
using Microsoft.AspNetCore.Http;

namespace GitOpsTasks.Tests.Registry;

/// <summary>A registry that answers as it is told to.</summary>
public abstract class FaultyRegistry : IAsyncDisposable
{
    private protected const string Password = "hunter2-secret";
    private protected readonly Workshop _workshop = new();
    private protected readonly ScriptedRegistry _server = new();
    private protected readonly OciBlob _config = TestImages.Blob("hello");

    private protected RegistryClient Client => new(_workshop.Context, _server.Repository);

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _workshop.Dispose();
    }

    private protected void UseCredentials() =>
        _workshop.With("GITOPS_REGISTRY_USERNAME", "robot").With("GITOPS_REGISTRY_PASSWORD", Password);

    private protected void WantBasic() =>
        _server.Interfere = http => http.Request.Headers.Authorization.Count == 0 && Challenge(http.Response);

    private protected static bool Challenge(HttpResponse response)
    {
        response.StatusCode = 401;
        response.Headers.WWWAuthenticate = "Basic realm=\"tests\"";
        return true;
    }

    private protected static bool Created(HttpResponse response)
    {
        response.StatusCode = 201;
        return true;
    }
}
