using System.Net;
using System.Text.Json;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Docker;

/// <summary>The HTTP API of the Docker Engine, at a version both sides speak.</summary>
internal sealed class DockerEngine : IDisposable
{
    // 1.44 (Docker 25) is the least that Docker 29 still takes; 1.47 is the newest this code was written against.
    private static readonly Version Least = new(1, 44);
    private static readonly Version Newest = new(1, 47);
    private static readonly TimeSpan ShortDeadline = TimeSpan.FromSeconds(60);

    private readonly DockerTransport _transport;
    private Version? _version;

    /// <summary>Connects to nothing yet.</summary>
    /// <exception cref="TaskFailedException">GOT5011: where the engine listens is not told in a way that is known.</exception>
    public DockerEngine(EngineContext context) => _transport = new DockerTransport(context);

    /// <summary>Whether the engine builds with BuildKit; known after <see cref="ConnectAsync"/>.</summary>
    public bool HasBuildKit { get; private set; }

    /// <summary>Asks which version the engine speaks.</summary>
    /// <exception cref="TaskFailedException">GOT5010: it cannot be reached; GOT5011: it is too old.</exception>
    public async Task ConnectAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_ping");
        using var response = await _transport.SendAsync(request, ShortDeadline, cancellationToken);
        var theirs = response.Headers.TryGetValues("API-Version", out var values)
            && Version.TryParse(values.First(), out var version) ? version : new Version(0, 0);
        if (theirs < Least)
        {
            throw TaskFailedException.External(
                BuildCodes.DockerNotSupported,
                $"The Docker Engine at '{_transport.Address}' speaks API {theirs}; {Least} is needed.",
                "Update Docker to 25 or newer, or use 'builder: layers'.");
        }

        _version = theirs < Newest ? theirs : Newest;
        HasBuildKit = response.Headers.TryGetValues("Builder-Version", out var builders) && builders.First() == "2";
    }

    /// <summary>Reads a small JSON document.</summary>
    public async Task<JsonDocument> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Versioned(path));
        using var response = await _transport.SendAsync(request, ShortDeadline, cancellationToken);
        await RequireAsync(response, cancellationToken);
        return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    /// <summary>Whether the engine has an image.</summary>
    /// <param name="name">Its name or id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<bool> HasImageAsync(string name, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Versioned($"images/{name}/json"));
        using var response = await _transport.SendAsync(request, ShortDeadline, cancellationToken);
        return response.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>
    /// Posts, and reads the stream of messages of the answer to its end: the status is sent before the work begins, so
    /// success is only known there.
    /// </summary>
    /// <param name="path">Path and query below the version.</param>
    /// <param name="prepare">Adds body and headers.</param>
    /// <param name="onMessage">Called with each message.</param>
    /// <param name="deadline">How long all of it may take.</param>
    /// <param name="cancellationToken">Cancels, which makes the engine stop too.</param>
    public async Task PostAsync(
        string path,
        Action<HttpRequestMessage> prepare,
        Action<DockerMessage> onMessage,
        TimeSpan deadline,
        CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Versioned(path));
        prepare(request);
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer.CancelAfter(deadline);
        using var response = await _transport.SendAsync(request, deadline, cancellationToken);
        await RequireAsync(response, cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(timer.Token);
        using var reader = new StreamReader(stream);
        while (await ReadLineAsync(reader, timer.Token, cancellationToken) is { } line)
        {
            if (line.Length > 0)
                onMessage(DockerMessage.Parse(line));
        }
    }

    /// <inheritdoc />
    public void Dispose() => _transport.Dispose();

    private string Versioned(string path) => $"/v{_version}/{path}";

    private async Task<string?> ReadLineAsync(
        StreamReader reader, CancellationToken deadline, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadLineAsync(deadline);
        }
        catch (IOException e)
        {
            throw _transport.Unreachable("closed the connection", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw _transport.Unreachable("did not finish in time", e);
        }
    }

    private static async Task RequireAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent)
            return;
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        throw TaskFailedException.External(
            BuildCodes.DockerFailed,
            $"The Docker Engine answered {(int)response.StatusCode}: {DockerMessage.TextOf(body)}.",
            "Look at the Dockerfile and at the engine's log.");
    }
}
