using System.Net;
using System.Security.Authentication;
using System.Text.Json;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Build.Docker;

/// <summary>The HTTP API of the Docker Engine, at a version both sides speak.</summary>
internal sealed class DockerEngine : IDisposable
{
    // 1.44 (Docker 25) is the least that Docker 29 still takes; 1.47 is the newest this code was written against.
    private static readonly Version Least = new(1, 44);
    private static readonly Version Newest = new(1, 47);
    private static readonly TimeSpan ShortDeadline = TimeSpan.FromSeconds(60);

    private readonly DockerEndpoint _endpoint;
    private readonly HttpClient _http;
    private Version? _version;

    /// <summary>Connects to nothing yet.</summary>
    public DockerEngine(EngineContext context)
    {
        _endpoint = DockerEndpoint.From(context);
        _http = new HttpClient(DockerConnection.HandlerFor(_endpoint, context)) { Timeout = Timeout.InfiniteTimeSpan, BaseAddress = _endpoint.Origin };
    }

    /// <summary>Whether the engine builds with BuildKit; known after <see cref="ConnectAsync"/>.</summary>
    public bool HasBuildKit { get; private set; }

    /// <summary>Asks which version the engine speaks.</summary>
    /// <exception cref="TaskFailedException">GOT5010: it cannot be reached; GOT5011: it is too old.</exception>
    public async Task ConnectAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_ping");
        using var response = await SendAsync(request, ShortDeadline, cancellationToken);
        var theirs = response.Headers.TryGetValues("API-Version", out var values)
            && Version.TryParse(values.First(), out var version) ? version : new Version(0, 0);
        if (theirs < Least)
        {
            throw TaskFailedException.External(
                BuildCodes.DockerNotSupported,
                $"The Docker Engine at '{_endpoint.Address}' speaks API {theirs}; {Least} is needed.",
                "Update Docker to 25 or newer, or use 'builder: layers'.");
        }

        _version = theirs < Newest ? theirs : Newest;
        HasBuildKit = response.Headers.TryGetValues("Builder-Version", out var builders) && builders.First() == "2";
    }

    /// <summary>Reads a small JSON document.</summary>
    public async Task<JsonDocument> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Versioned(path));
        using var response = await SendAsync(request, ShortDeadline, cancellationToken);
        await RequireAsync(response, cancellationToken);
        return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    /// <summary>Whether the engine has an image.</summary>
    /// <param name="name">Its name or id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<bool> HasImageAsync(string name, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Versioned($"images/{name}/json"));
        using var response = await SendAsync(request, ShortDeadline, cancellationToken);
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
        using var response = await SendAsync(request, deadline, cancellationToken);
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
    public void Dispose() => _http.Dispose();

    private string Versioned(string path) => $"/v{_version}/{path}";

    private async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, TimeSpan deadline, CancellationToken cancellationToken)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer.CancelAfter(deadline);
        try
        {
            return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timer.Token);
        }
        catch (HttpRequestException e) when (e.InnerException is TaskFailedException failed)
        {
            throw new TaskFailedException(failed.ExitCode, failed.Diagnostics, e);
        }
        catch (HttpRequestException e) when (e.InnerException is AuthenticationException)
        {
            throw Unreachable("and this side do not trust each other's certificates", e);
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutException)
        {
            throw Unreachable("cannot be reached", e);
        }
        catch (ProcessNotFoundException e)
        {
            throw Unreachable($"cannot be reached without the program '{e.FileName}'", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unreachable("does not answer", e);
        }
    }

    private async Task<string?> ReadLineAsync(
        StreamReader reader, CancellationToken deadline, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadLineAsync(deadline);
        }
        catch (IOException e)
        {
            throw Unreachable("closed the connection", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unreachable("did not finish in time", e);
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

    private TaskFailedException Unreachable(string what, Exception inner) => TaskFailedException.External(
        BuildCodes.DockerUnreachable,
        $"The Docker Engine at '{_endpoint.Address}' {what}.",
        "Start Docker, set DOCKER_HOST to where it listens, or use 'builder: layers', which needs no Docker.",
        inner);
}
