using System.Security.Authentication;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Build.Docker;

/// <summary>Sends requests to the Docker Engine, wherever it listens, and tells what it means where that fails.</summary>
internal sealed class DockerTransport : IDisposable
{
    private readonly HttpClient _http;

    /// <summary>Connects to nothing yet.</summary>
    public DockerTransport(EngineContext context)
    {
        var endpoint = DockerEndpoint.From(context);
        Address = endpoint.Address;
        _http = new HttpClient(DockerConnection.HandlerFor(endpoint, context)) { Timeout = Timeout.InfiniteTimeSpan, BaseAddress = endpoint.Origin };
    }

    /// <summary>Where it listens, as it is shown.</summary>
    public string Address { get; }

    /// <summary>Sends a request and waits for the head of the answer.</summary>
    /// <exception cref="TaskFailedException">GOT5010: there is none.</exception>
    public async Task<HttpResponseMessage> SendAsync(
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

    /// <summary>The failure to reach it.</summary>
    /// <param name="what">What became of the attempt.</param>
    /// <param name="inner">The cause.</param>
    public TaskFailedException Unreachable(string what, Exception inner) => TaskFailedException.External(
        BuildCodes.DockerUnreachable,
        $"The Docker Engine at '{Address}' {what}.",
        "Start Docker, set DOCKER_HOST to where it listens, or use 'builder: layers', which needs no Docker.",
        inner);

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();
}
