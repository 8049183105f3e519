using System.Net.Sockets;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Docker;

/// <summary>Where the Docker Engine listens: DOCKER_HOST (<c>unix://PATH</c> or <c>tcp://HOST:PORT</c>), else the default socket.</summary>
internal sealed record DockerEndpoint(string Address, Uri Origin, string? Socket)
{
    private const string DefaultAddress = "unix:///var/run/docker.sock";

    /// <summary>Reads it from the environment.</summary>
    /// <exception cref="TaskFailedException">GOT5011: an address of a kind that is not supported.</exception>
    public static DockerEndpoint From(EngineContext context)
    {
        var address = context.Environment["DOCKER_HOST"] ?? DefaultAddress;
        if (address.StartsWith("unix://", StringComparison.Ordinal))
            return new DockerEndpoint(address, new Uri("http://docker"), address["unix://".Length..]);
        if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == "tcp"
            && context.Environment["DOCKER_TLS_VERIFY"] is null)
            return new DockerEndpoint(address, new Uri($"http://{uri.Authority}"), Socket: null);
        throw TaskFailedException.Usage(
            BuildCodes.DockerNotSupported,
            "DOCKER_HOST is of a kind that is not supported.",
            "Use unix://PATH, or tcp://HOST:PORT without TLS.");
    }

    /// <summary>A handler that connects there.</summary>
    public SocketsHttpHandler CreateHandler() => new()
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        ConnectCallback = Socket is null ? null : async (_, cancellationToken) =>
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(Socket), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };
}
