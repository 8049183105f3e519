using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using GitOpsTasks.Parts;
using Microsoft.AspNetCore.Http;

namespace GitOpsTasks.Tests.Registry;

/// <summary>
/// The upload half of a registry in memory, which keeps what it got of an upload that broke, as the specification allows and
/// docker-registry does not.
/// </summary>
internal sealed class UploadServer : IAsyncDisposable
{
    private readonly LoopbackServer _server;
    private readonly ConcurrentDictionary<string, byte[]> _blobs = [];
    private MemoryStream _upload = new();
    private int _state;

    public UploadServer() => _server = new LoopbackServer(AnswerAsync);

    /// <summary>After how many bytes of uploads in all the connection breaks, once each.</summary>
    public List<int> Breaks { get; } = [];

    /// <summary>Whether it forgets uploads whose connection broke.</summary>
    public bool Forgets { get; set; }

    /// <summary>The largest body it takes.</summary>
    public long LargestBody { get; set; } = long.MaxValue;

    /// <summary>The smallest piece it says it takes.</summary>
    public int SmallestPiece { get; set; }

    /// <summary>Bytes of blobs it got, counting those it got twice.</summary>
    public long Received { get; private set; }

    /// <summary>Method and length of all requests with a body, and Content-Range where there was one.</summary>
    public ConcurrentQueue<string> Pieces { get; } = [];

    /// <summary>Uploads that were given up.</summary>
    public int Abandoned { get; private set; }

    public string Repository => $"{_server.Url["http://".Length..]}/acme/web";

    public byte[] this[string digest] => _blobs[digest];

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var (request, response) = (http.Request, http.Response);
        if (request.Method == "HEAD")
        {
            response.StatusCode = _blobs.ContainsKey(request.Path.Value!.Split('/')[^1]) ? 200 : 404;
        }
        else if (request.Method == "DELETE")
        {
            Abandoned++;
            response.StatusCode = 204;
        }
        else if (request.Method == "POST")
        {
            _upload = new MemoryStream();
            response.StatusCode = 202;
            if (SmallestPiece > 0)
                response.Headers["OCI-Chunk-Min-Length"] = $"{SmallestPiece}";
            Locate(response);
        }
        else if (request.Query["state"] != $"{_state}")
        {
            response.StatusCode = 404;
        }
        else if (request.Method == "GET")
        {
            response.StatusCode = Forgets ? 404 : 204;
            response.Headers.Range = $"0-{Math.Max(0, _upload.Length - 1)}";
        }
        else
        {
            await TakeAsync(http);
        }
    }

    private async Task TakeAsync(HttpContext http)
    {
        var (request, response) = (http.Request, http.Response);
        var range = request.Headers.ContentRange.ToString();
        Pieces.Enqueue($"{request.Method} {request.ContentLength} {range}".Trim());
        var begin = range.Length == 0 ? 0 : long.Parse(range.Split('-')[0], CultureInfo.InvariantCulture);
        if (request.ContentLength > LargestBody || begin != _upload.Length)
        {
            response.StatusCode = request.ContentLength > LargestBody ? 413 : 416;
            return;
        }

        if (!await ReceiveAsync(http))
            return;
        if (request.Method == "PATCH")
        {
            response.StatusCode = 202;
            response.Headers.Range = $"0-{_upload.Length - 1}";
            Locate(response);
            return;
        }

        var digest = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(_upload.ToArray()));
        response.StatusCode = digest == request.Query["digest"] ? 201 : 400;
        if (response.StatusCode == 201)
            _blobs[digest] = _upload.ToArray();
        else
            await response.WriteAsync("""{"errors":[{"code":"DIGEST_INVALID","message":"as it says"}]}""");
    }

    private async Task<bool> ReceiveAsync(HttpContext http)
    {
        var buffer = new byte[4096];
        while (await http.Request.Body.ReadAsync(buffer, http.RequestAborted) is var read and > 0)
        {
            Received += read;
            _upload.Write(buffer, 0, read);
            if (Breaks.Count > 0 && Received >= Breaks[0])
            {
                Breaks.RemoveAt(0);
                http.Abort();
                return false;
            }
        }

        return true;
    }

    // Another address after each step, relative to the server.
    private void Locate(HttpResponse response) => response.Headers.Location = $"/v2/acme/web/blobs/uploads/x?state={++_state}";
}
