using System.Text;
using Microsoft.AspNetCore.Http;

namespace GitOpsTasks.Parts;

/// <summary>A git server over HTTP on loopback: git's own <c>http-backend</c> behind a small web server.</summary>
public sealed class GitHttpServer : IAsyncDisposable
{
    private readonly LoopbackServer _server;
    private readonly GitHttpBackend _backend;
    private readonly string? _token;

    /// <summary>Starts it.</summary>
    /// <param name="projectsRoot">Absolute path of the folder whose repositories are served, each at its path in it.</param>
    /// <param name="token">What every request must give as the password of Basic authentication; null lets everyone in.</param>
    /// <param name="certificate">Makes it speak https; null for plain http.</param>
    /// <param name="port">Its port; 0 takes a free one.</param>
    public GitHttpServer(string projectsRoot, string? token = null, LoopbackCertificate? certificate = null, int port = 0)
    {
        _backend = new GitHttpBackend(projectsRoot);
        _token = token;
        _server = new LoopbackServer(HandleAsync, certificate, port);
    }

    /// <summary><c>http://127.0.0.1:PORT</c>; the repository <c>a.git</c> in the root is at <c>Url/a.git</c>.</summary>
    public string Url => _server.Url;

    /// <summary>The password a request gives with Basic authentication; null where it gives none.</summary>
    public static string? PasswordOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return null;
        var pair = Encoding.UTF8.GetString(Convert.FromBase64String(header["Basic ".Length..]));
        return pair[(pair.IndexOf(':') + 1)..];
    }

    /// <summary>Answers 401 in the way that makes git ask its credential helpers.</summary>
    public static void Challenge(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status401Unauthorized;
        response.Headers.WWWAuthenticate = "Basic realm=\"git\"";
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task HandleAsync(HttpContext http)
    {
        if (_token is null || PasswordOf(http.Request) == _token)
            return _backend.HandleAsync(http, "test");
        Challenge(http.Response);
        return Task.CompletedTask;
    }
}
