using System.Collections.Concurrent;
using System.Security.Cryptography;
using GitOpsTasks.Parts;
using Microsoft.AspNetCore.Http;

namespace GitOpsTasks.Tests.Registry;

/// <summary>A registry in memory that does as the specification says, except where a test interferes.</summary>
internal sealed class ScriptedRegistry : IAsyncDisposable
{
    private readonly LoopbackServer _server;
    private readonly ConcurrentDictionary<string, (string Type, byte[] Content)> _content = [];

    public ScriptedRegistry() => _server = new LoopbackServer(AnswerAsync);

    /// <summary>Looks at a request first; true where it has answered it.</summary>
    public Func<HttpContext, bool> Interfere { get; set; } = _ => false;

    /// <summary>What an upload is to be sent to.</summary>
    public string UploadLocation { get; set; } = "/v2/acme/web/blobs/uploads/1?state=a";

    /// <summary>How many of the next uploads are stored but answered with an error, as behind a failing proxy.</summary>
    public int LostReplies { get; set; }

    /// <summary>Method, path and Authorization header of all requests, in order.</summary>
    public ConcurrentQueue<(string Method, string Path, string? Authorization)> Requests { get; } = [];

    /// <summary>The body of the request that is being answered.</summary>
    public byte[] LastBody { get; private set; } = [];

    public string Url => _server.Url;

    public string Repository => $"{Url["http://".Length..]}/acme/web";

    /// <summary>Interferes with the first so many requests of a method.</summary>
    public void FailFirst(int times, string method, Action<HttpResponse> answer)
    {
        var left = times;
        Interfere = http =>
        {
            if (http.Request.Method != method || Interlocked.Decrement(ref left) < 0)
                return false;
            answer(http.Response);
            return true;
        };
    }

    public int CountOf(string method) => Requests.Count(request => request.Method == method);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var (request, response) = (http.Request, http.Response);
        var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        LastBody = body.ToArray();
        Requests.Enqueue((request.Method, request.Path, request.Headers.Authorization.FirstOrDefault()));
        if (Interfere(http))
            return;
        if (request.Method is "HEAD" or "GET")
        {
            await ShowAsync(http, request.Path);
        }
        else if (request.Method == "POST")
        {
            response.StatusCode = 202;
            response.Headers.Location = UploadLocation;
        }
        else
        {
            Store(request, body.ToArray());
            response.StatusCode = LostReplies-- > 0 ? 502 : 201;
        }
    }

    private void Store(HttpRequest request, byte[] content)
    {
        var digest = Digest(content);
        var path = request.Path.Value!;
        var folder = path.Contains("/uploads/", StringComparison.Ordinal) ? "/v2/acme/web/blobs" : "/v2/acme/web/manifests";
        _content[$"{folder}/{digest}"] = (request.ContentType ?? "", content);
        _content[path] = (request.ContentType ?? "", content);
    }

    private async Task ShowAsync(HttpContext http, string path)
    {
        if (!_content.TryGetValue(path, out var found))
        {
            http.Response.StatusCode = 404;
            return;
        }

        http.Response.ContentType = found.Type;
        http.Response.ContentLength = found.Content.Length;
        http.Response.Headers["Docker-Content-Digest"] = Digest(found.Content);
        if (http.Request.Method == "GET")
            await http.Response.Body.WriteAsync(found.Content);
    }

    private static string Digest(byte[] content) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content));
}
